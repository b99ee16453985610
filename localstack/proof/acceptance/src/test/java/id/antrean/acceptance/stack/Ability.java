package id.antrean.acceptance.stack;

import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What not every stack can do. A given stack lacks those that {@code ANTREAN_LACKS} names,
 * separated by commas; one that is started for the session lacks none.
 */
public enum Ability {
  /** Business time that a test can move. */
  MOVABLE_CLOCK("moves the clock"),

  /** Calls between a function and a service that fail on demand. */
  FAULTS("injects faults between a function and a service"),

  /** Room for hundreds of requests at the same moment. */
  CROWDS("sends 200 requests at once, each of which takes a process of its own there"),

  /** What a developer finds beside the system: pages, and log files of the functions. */
  DEVELOPERS_VIEW("looks at the pages and log files of the embedded stack"),

  /** Answers of the gateway itself as the contract words them. */
  GATEWAY_RESPONSES("reads the gateway's own answers, which LocalStack words itself"),

  /** Tables that can be read past every function: of a stack that was started for the session. */
  TABLES("reads the tables of a stack that was started for these tests") {
    @Override
    public boolean isHere() {
      return super.isHere() && RunningStack.isStartedHere();
    }
  },

  /** Pages of other origins that may call as the template says. */
  PAGES(
      "calls as a page of another origin, which LocalStack allows or refuses by rules of its own");

  private static final Set<String> LACKED =
      Arrays.stream(Optional.ofNullable(System.getenv("ANTREAN_LACKS")).orElse("").split(",", -1))
          .map(String::strip)
          .collect(Collectors.toUnmodifiableSet());

  private final String reason;

  Ability(String reason) {
    this.reason = reason;
  }

  public boolean isHere() {
    return !LACKED.contains(name());
  }

  /** Why a test that needs it cannot run without. */
  public String reason() {
    return reason;
  }
}

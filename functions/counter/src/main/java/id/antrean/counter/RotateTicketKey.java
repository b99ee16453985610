package id.antrean.counter;

import id.antrean.domain.counter.KeepTicketSecret;
import id.antrean.domain.counter.NewTicketSeed;
import id.antrean.domain.counter.TryTicketSeed;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Changes the key that signs tickets, in the four steps in which Secrets Manager asks for it. Each
 * may come again, after any other: what is done stays done. Nothing but the last changes what
 * anybody sees, and it makes no key the current one that does not work.
 */
@Singleton
public final class RotateTicketKey {

  /** What is asked for, in this order. */
  public enum Step {
    CREATE("createSecret"),
    /** There is no other party that would have to be told of the key. */
    SET("setSecret"),
    TEST("testSecret"),
    FINISH("finishSecret");

    private final String name;

    Step(String name) {
      this.name = name;
    }

    /** By the name that Secrets Manager has for it. */
    public static Optional<Step> named(String name) {
      return Stream.of(values()).filter(step -> step.name.equals(name)).findFirst();
    }
  }

  /** What became of a step. */
  public sealed interface Outcome {}

  /**
   * It is done, now or by a former try.
   *
   * @param how in a word
   */
  public record Done(String how) implements Outcome {}

  /**
   * It is not to be done.
   *
   * @param why in a few words
   */
  public record Refused(String why) implements Outcome {}

  private final KeepTicketSecret secret;
  private final NewTicketSeed seeds;
  private final TryTicketSeed tries;

  public RotateTicketKey(KeepTicketSecret secret, NewTicketSeed seeds, TryTicketSeed tries) {
    this.secret = secret;
    this.seeds = seeds;
    this.tries = tries;
  }

  /**
   * Takes a step of a rotation.
   *
   * @param version of the secret, which is to become the current one
   */
  public Outcome take(Step step, String version) {
    return switch (secret.stage(version)) {
      case CURRENT -> new Done("current already");
      case NEITHER -> new Refused("the version is not pending");
      case PENDING ->
          switch (step) {
            case CREATE -> create(version);
            case SET -> new Done("nothing to set");
            case TEST -> test(version);
            case FINISH -> finish(version);
          };
    };
  }

  private Outcome create(String version) {
    if (secret.pendingSeed(version).isPresent()) {
      return new Done("created already");
    }
    secret.keep(version, seeds.draw());
    return new Done("created");
  }

  /**
   * When a schedule is set up Secrets Manager takes this step alone, for a version without a seed.
   */
  private Outcome test(String version) {
    return secret.pendingSeed(version).map(this::tested).orElse(new Done("nothing to test"));
  }

  private Outcome tested(String seed) {
    return tries.works(seed)
        ? new Done("works")
        : new Refused("the key of the version does not work");
  }

  /** Whoever finishes before the test, or without a seed, would leave everybody without tickets. */
  private Outcome finish(String version) {
    Outcome tested =
        secret
            .pendingSeed(version)
            .map(this::tested)
            .orElse(new Refused("the version has no seed"));
    if (tested instanceof Refused) {
      return tested;
    }
    secret.makeCurrent(version);
    return new Done("current");
  }
}

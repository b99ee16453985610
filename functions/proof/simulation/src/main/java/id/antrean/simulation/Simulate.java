package id.antrean.simulation;

import id.antrean.simulation.Attempt.Broken;
import id.antrean.simulation.Attempt.Held;
import id.antrean.simulation.Campaign.Found;
import java.io.PrintWriter;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code ./antrean simulate}. Ends with 1 when a rule broke, or when a mutant was not caught. */
@Command(
    name = "./antrean simulate",
    description = "Plays seeded schedules against the rules that never break.")
public final class Simulate implements Callable<Integer> {
  @Spec
  @SuppressWarnings("NullAway.Init")
  private CommandSpec spec;

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      description = "tell about this command")
  boolean asked;

  @Option(names = "--seeds", paramLabel = "N", description = "how many schedules (100000)")
  private long seeds = 100_000;

  @Option(names = "--seed", paramLabel = "S", description = "replay this one and tell its story")
  private @Nullable Long seed;

  @Option(names = "--from", paramLabel = "S", description = "the first seed (1)")
  private long from = 1;

  @Option(names = "--mutant", paramLabel = "NAME", description = "break the protocol in this way")
  private @Nullable String mutant;

  @Option(names = "--mutants", description = "break the protocol in every known way, one by one")
  private boolean mutants;

  @Option(
      names = "--model",
      description = "explore small worlds to the end: every order, in most a fault or two anywhere")
  private boolean model;

  public static void main(String[] arguments) {
    System.exit(new CommandLine(new Simulate()).execute(arguments));
  }

  @Override
  public Integer call() throws InterruptedException {
    PrintWriter out = spec.commandLine().getOut();
    if (seeds < 1) {
      throw new CommandLine.ParameterException(
          spec.commandLine(), "--seeds is at least 1, and not " + seeds);
    }
    if (model) {
      return explore(out);
    }
    if (mutants) {
      return hunt(out);
    }
    Mutant chosen = mutant();
    return seed == null ? many(chosen, out) : one(seed, chosen, out);
  }

  private Mutant mutant() {
    String name = mutant;
    if (name == null) {
      return Mutant.NONE;
    }
    Optional<Mutant> known = Mutants.named(name);
    return known.orElseThrow(
        () ->
            new CommandLine.ParameterException(
                spec.commandLine(),
                "There is no mutant "
                    + name
                    + "; known are "
                    + String.join(", ", Mutants.ALL.stream().map(Mutant::name).toList())));
  }

  private int one(long chosen, Mutant broken, PrintWriter out) {
    return switch (Attempt.told(chosen, broken)) {
      case Held(int steps) -> {
        out.printf("Seed %d: every rule held, %d steps.%n", chosen, steps);
        yield 0;
      }
      case Broken(String rule, String how, var story) -> {
        story.forEach(out::println);
        out.flush();
        yield 1;
      }
    };
  }

  private int many(Mutant broken, PrintWriter out) throws InterruptedException {
    Instant started = Instant.now();
    Campaign.Result result =
        new Campaign(
                broken,
                count -> {
                  out.printf(
                      Locale.ROOT,
                      "%,12d schedules, %,.0f a second%n",
                      count,
                      count / seconds(started));
                  out.flush();
                })
            .run(from, seeds);
    out.printf(
        Locale.ROOT,
        "%,d schedules, %,d steps, in %.1f s: %,.0f schedules a second.%n",
        result.schedules(),
        result.steps(),
        seconds(started),
        result.schedules() / seconds(started));
    Optional<Found> found = result.broken();
    if (found.isEmpty()) {
      out.println("Every rule held.");
      out.flush();
      return 0;
    }
    out.printf(
        "Seed %d breaks a rule; ./antrean simulate --seed %d%s replays it:%n%n",
        found.get().seed(),
        found.get().seed(),
        broken.equals(Mutant.NONE) ? "" : " --mutant " + broken.name());
    return one(found.get().seed(), broken, out);
  }

  private int hunt(PrintWriter out) throws InterruptedException {
    int missed = 0;
    for (Mutant each : Mutants.ALL) {
      Campaign.Result result = new Campaign(each, count -> {}).run(from, seeds);
      Optional<Found> found = result.broken();
      out.printf(
          "%-26s %s%n",
          each.name(),
          found
              .map(it -> "caught after " + result.schedules() + ": " + it.broken().rule())
              .orElse("NOT CAUGHT in " + result.schedules()));
      out.flush();
      missed += found.isPresent() ? 0 : 1;
    }
    return missed == 0 ? 0 : 1;
  }

  /** On a virtual thread, which hands over to the actors without a detour. */
  private static int explore(PrintWriter out) throws InterruptedException {
    AtomicInteger broken = new AtomicInteger();
    Thread explorer =
        Thread.startVirtualThread(() -> Scene.ALL.forEach(scene -> explore(scene, broken, out)));
    explorer.join();
    return broken.get() == 0 ? 0 : 1;
  }

  private static void explore(Scene scene, AtomicInteger broken, PrintWriter out) {
    Instant started = Instant.now();
    Exploration.Result result = new Exploration(scene, Mutant.NONE).run();
    out.printf(
        Locale.ROOT,
        "%-44s %,10d standings %,8d ends %6.1f s%n",
        scene.name(),
        result.standings(),
        result.ends(),
        seconds(started));
    Optional.ofNullable(result.broken())
        .ifPresent(
            found -> {
              broken.incrementAndGet();
              found.story().forEach(out::println);
            });
    out.flush();
  }

  private static double seconds(Instant since) {
    return Duration.between(since, Instant.now()).toMillis() / 1000.0;
  }
}

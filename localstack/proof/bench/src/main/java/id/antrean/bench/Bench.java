package id.antrean.bench;

import id.antrean.bench.starts.StartFigures;
import id.antrean.bench.starts.Starts;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code ./antrean bench}. */
@Command(
    name = "./antrean bench",
    sortOptions = false,
    description = {
      "Measures a rush for seats on the real store, on this machine: a hot seat, an opening,"
          + " costs.",
      "Ends with 1 when a seat was oversold, one was left, or a loser turned away cost a write."
    })
public final class Bench implements Callable<Integer> {
  private static final int STARTS = 10;

  @Spec @Nullable CommandSpec spec;

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      description = "Tell about this command.")
  boolean asked;

  @Option(
      names = "--quick",
      description =
          "A small one, in less than a minute: too small to be compared with, or to aim at.")
  boolean quick;

  @Option(
      names = "--costs",
      description = "Only what each step costs: as good on a busy machine, in seconds.")
  boolean costs;

  @Option(
      names = "--starts",
      description =
          "Only how soon a function answers that was not there: native, on the JVM, and from an AOT"
              + " cache.")
  boolean starts;

  @Option(
      names = "--visits",
      description = "Only an office's day: check-ins, calls, outcomes, and a closure of 5,000.")
  boolean visits;

  @Option(
      names = "--webhooks",
      description =
          "Only money: webhooks verified and settled a second, beside a bare transaction, and what a"
              + " signature costs.")
  boolean webhooks;

  @Option(names = "--contenders", paramLabel = "N", description = "For the hot seat (10,000).")
  @Nullable Integer contenders;

  @Option(names = "--seats", paramLabel = "N", description = "Of the hot session (100).")
  @Nullable Integer seats;

  @Option(
      names = "--rounds",
      paramLabel = "N",
      description = "Of the hot seat; the median counts (3).")
  @Nullable Integer rounds;

  @Option(names = "--arrivals", paramLabel = "N", description = "At the opening (20,000).")
  @Nullable Integer arrivals;

  @Option(names = "--offices", paramLabel = "N", description = "That open (20).")
  @Nullable Integer offices;

  @Option(names = "--threads", paramLabel = "N", description = "Through which everybody goes (16).")
  @Nullable Integer threads;

  @Option(
      names = "--processes",
      paramLabel = "N",
      description = "Each sees sessions for itself, as Lambda's do (1).")
  @Nullable Integer processes;

  @Option(names = "--save-baseline", description = "Keep the figures to compare with.")
  boolean saveBaseline;

  @Option(names = "--note", paramLabel = "TEXT", description = "Kept with them.", defaultValue = "")
  String note = "";

  static void main(String[] arguments) {
    // Before anything logs: the servers inside log through java.util.logging, at length.
    System.setProperty("java.util.logging.manager", "org.jboss.logmanager.LogManager");
    System.exit(new CommandLine(new Bench()).execute(arguments));
  }

  @Override
  public Integer call() {
    Path home = Path.of(System.getProperty("antrean.home", ""));
    Path baselineFile = home.resolve("localstack/proof/bench/baseline.json");
    Path reportFile = home.resolve(".antrean/bench/report.html");
    CommandLine commandLine = Objects.requireNonNull(spec).commandLine();
    if ((quick || costs || starts || visits || webhooks) && saveBaseline) {
      throw new ParameterException(
          commandLine, "A quick bench, or a part of one, is none to compare with later.");
    }
    PrintWriter progress = commandLine.getErr();
    Progress told =
        what -> {
          progress.println(what);
          progress.flush();
        };
    if (starts) {
      StartFigures figures = new Starts(home, STARTS, told::tell).measure();
      figures.print(commandLine.getOut());
      Path page = home.resolve(".antrean/bench/starts.html");
      figures.write(page);
      told.tell("As a page: " + page);
      return 0;
    }
    if (visits) {
      new Visits(home, told).measure().forEach(commandLine.getOut()::println);
      commandLine.getOut().flush();
      return 0;
    }
    if (webhooks) {
      new Webhooks(home, told).measure().forEach(commandLine.getOut()::println);
      commandLine.getOut().flush();
      return 0;
    }
    if (costs) {
      new Table(commandLine.getOut())
          .print(new Measuring(home, plan(), told).costs(), Baseline.read(baselineFile));
      return 0;
    }
    told.tell(
        quick
            ? "A small bench: less than a minute."
            : "The whole bench: several minutes; --quick is a small one of less than a minute.");
    Result measured = new Measuring(home, plan(), told).run();
    // A small crowd is over before anybody is turned away: what the whole bench aims at says
    // nothing.
    Result result = quick ? measured.unjudged() : measured;
    Optional<Baseline> baseline = quick ? Optional.empty() : Baseline.read(baselineFile);
    new Table(commandLine.getOut()).print(result, baseline);
    new Report(result, baseline).write(reportFile);
    progress.println("Curves: " + reportFile);
    if (saveBaseline) {
      Baseline.of(result, note).write(baselineFile);
      progress.println("Kept as the baseline: " + baselineFile);
    }
    List<Figure> broken = result.broken();
    broken.forEach(figure -> progress.println("Broken: " + figure.what()));
    progress.flush();
    return broken.isEmpty() ? 0 : 1;
  }

  private Plan plan() {
    Plan base = quick ? Plan.quick() : Plan.whole();
    return new Plan(
        or(contenders, base.contenders()),
        or(seats, base.seats()),
        or(rounds, base.rounds()),
        or(arrivals, base.arrivals()),
        or(offices, base.offices()),
        base.seatsPerOffice(),
        or(threads, base.threads()),
        or(processes, base.processes()));
  }

  private static int or(@Nullable Integer given, int otherwise) {
    return given == null ? otherwise : given;
  }
}

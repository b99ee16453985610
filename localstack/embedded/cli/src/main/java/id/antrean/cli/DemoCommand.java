package id.antrean.cli;

import id.antrean.cli.demo.Demo;
import id.antrean.cli.demo.OfficeDemo;
import id.antrean.cli.endpoint.StackClient;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/**
 * {@code ./antrean demo}: one applicant's life, or an office's day, by real calls against a running
 * stack.
 */
@Command(
    name = "demo",
    description =
        "Walk one applicant's life, or an office's day, against the running stack, and show each"
            + " call.")
final class DemoCommand implements Callable<Integer> {
  @Mixin final HelpOption help = new HelpOption();

  @Mixin private final StackOption stack = new StackOption();

  @ArgGroup private @Nullable OtherLife other;

  /** What is shown instead of the ordinary life; only one of them at a time. */
  private static final class OtherLife {
    @Option(
        names = "--unpaid",
        description = "The bill is not paid: the seat is free again. Moves the stack's clock.")
    private boolean unpaid;

    @Option(
        names = "--late",
        description = "The bill is paid too late: the seat is won back. Moves the stack's clock.")
    private boolean late;

    @Option(
        names = "--office",
        description = "An office's day: papers, closure, counter. Moves the stack's clock.")
    private boolean office;
  }

  @Override
  public Integer call() {
    try (StackClient client = stack.client()) {
      Demo demo = new Demo(client);
      if (other != null && other.unpaid) {
        demo.unpaidLife();
      } else if (other != null && other.late) {
        demo.lateLife();
      } else if (other != null && other.office) {
        new OfficeDemo(client).day();
      } else {
        demo.paidLife();
      }
    }
    return 0;
  }
}

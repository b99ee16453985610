package id.antrean.cli;

import com.fasterxml.jackson.databind.node.MissingNode;
import id.antrean.cli.console.CommandFailure;
import id.antrean.cli.endpoint.Reply;
import id.antrean.cli.endpoint.StackClient;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/**
 * {@code ./antrean reconcile}: holds the lists of senders and treasury against what was told, now
 * instead of in the night. What it finds is on the list of exceptions.
 */
@Command(
    name = "reconcile",
    description = "Hold the lists of senders and treasury against what was told, now.")
final class ReconcileCommand implements Callable<Integer> {
  @Mixin final HelpOption help = new HelpOption();
  @Mixin private final StackOption stack = new StackOption();

  @Override
  public Integer call() {
    try (StackClient client = stack.client()) {
      Reply reply =
          client.send(
              "POST", "/sandbox/schedules/ReconcileFunction", Map.of(), MissingNode.getInstance());
      if (!reply.ok()) {
        throw new CommandFailure("Nothing was reconciled: " + reply.refusal());
      }
    }
    System.out.println(
        "Under way. Money that only a sender knew of is taken in; the rest is at"
            + " GET /v1/payments/exceptions.");
    return 0;
  }
}

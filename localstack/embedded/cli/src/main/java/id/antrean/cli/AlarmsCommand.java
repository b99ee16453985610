package id.antrean.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import id.antrean.cli.console.CommandFailure;
import id.antrean.cli.endpoint.Reply;
import id.antrean.cli.endpoint.StackClient;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.StreamSupport;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/**
 * {@code ./antrean alarms}: which of the template's alarms ring now, and where infra/runbook.md
 * says what to do. Fails where one does.
 */
@Command(name = "alarms", description = "Show which of the template's alarms ring, and why.")
final class AlarmsCommand implements Callable<Integer> {
  private static final String RINGS = "ALARM";

  @Mixin final HelpOption help = new HelpOption();
  @Mixin private final StackOption stack = new StackOption();

  @Option(names = "--all", description = "Those that are silent too.")
  private boolean all;

  @Override
  public Integer call() {
    try (StackClient client = stack.client()) {
      Reply reply = client.send("GET", "/sandbox/alarms", Map.of(), MissingNode.getInstance());
      if (!reply.ok()) {
        throw new CommandFailure("The alarms could not be read: " + reply.refusal());
      }
      return print(StreamSupport.stream(reply.body().path("alarms").spliterator(), false).toList());
    }
  }

  private int print(List<JsonNode> alarms) {
    long ringing = alarms.stream().filter(AlarmsCommand::rings).count();
    alarms.stream()
        .filter(alarm -> all || rings(alarm))
        .sorted(Comparator.comparing(alarm -> !rings(alarm)))
        .forEach(AlarmsCommand::print);
    System.out.printf(
        "%d of %d alarms ring%s%n",
        ringing, alarms.size(), ringing == 0 ? "." : ": infra/runbook.md says what to do.");
    return ringing == 0 ? 0 : 1;
  }

  private static boolean rings(JsonNode alarm) {
    return alarm.path("state").asText().equals(RINGS);
  }

  private static void print(JsonNode alarm) {
    System.out.printf(
        "%-17s %-28s %s%n",
        alarm.path("state").asText(),
        alarm.path("name").asText(),
        alarm.path("description").asText());
    if (rings(alarm)) {
      System.out.printf(
          "%-17s %-28s measured %s, threshold %s, over %d s%n",
          "",
          "",
          alarm.path("values"),
          alarm.path("threshold").asText(),
          alarm.path("periodSeconds").asInt());
    }
  }
}

package id.antrean.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import id.antrean.cli.console.CommandFailure;
import id.antrean.cli.endpoint.Reply;
import id.antrean.cli.endpoint.StackClient;
import id.antrean.cli.endpoint.Tokens;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/**
 * {@code ./antrean books --date 2026-12-07}: a day of the books for the treasury, as CSV; says
 * whether it balances, and fails where it does not.
 */
@Command(
    name = "books",
    description = "Print the payments of a day as CSV, and whether they balance.")
final class BooksCommand implements Callable<Integer> {
  private static final List<String> COLUMNS =
      List.of(
          "receivedAt",
          "aggregator",
          "paymentId",
          "reference",
          "kind",
          "amount",
          "currency",
          "state",
          "reason",
          "booked",
          "channel",
          "paidAt",
          "ntpn",
          "exceptionId");

  @Mixin final HelpOption help = new HelpOption();
  @Mixin private final StackOption stack = new StackOption();

  @Option(
      names = "--date",
      paramLabel = "DATE",
      description = "A day of Jakarta, such as 2026-12-07 (default: today).")
  private @Nullable LocalDate date;

  @Override
  public Integer call() {
    try (StackClient client = stack.client()) {
      String token = new Tokens(client).of("books", "auditor", Optional.empty());
      return print(client, token, day());
    }
  }

  private LocalDate day() {
    return date == null ? LocalDate.now(ZoneId.of("Asia/Jakarta")) : date;
  }

  private static int print(StackClient client, String token, LocalDate day) {
    System.out.println(String.join(",", COLUMNS));
    long settled = 0;
    long lines = 0;
    long wrong = 0;
    String cursor = "0";
    while (!cursor.isEmpty()) {
      Reply reply =
          client.send(
              "GET",
              "/v1/payments/books?date=" + day + "&cursor=" + cursor,
              Map.of("Authorization", "Bearer " + token),
              MissingNode.getInstance());
      if (!reply.ok()) {
        throw new CommandFailure("The books could not be read: " + reply.refusal());
      }
      for (JsonNode line : reply.body().path("items")) {
        System.out.println(
            COLUMNS.stream()
                .map(column -> cell(line.path(column).asText("")))
                .collect(Collectors.joining(",")));
        lines++;
        boolean books = line.hasNonNull("booked");
        settled += books ? line.path("booked").asLong() : 0;
        wrong += books && line.path("booked").asLong() != line.path("amount").asLong() ? 1 : 0;
      }
      cursor = reply.body().path("nextCursor").asText("");
    }
    System.err.printf(
        "%s: notices: %d, rupiah settled: %d; %s.%n",
        day, lines, settled, wrong == 0 ? "the books balance" : wrong + " payments do not balance");
    return wrong == 0 ? 0 : 1;
  }

  /** What senders wrote is a text, never a formula of a spreadsheet. */
  private static String cell(String text) {
    String value = text.equals("null") ? "" : text;
    String plain = !value.isEmpty() && "=+@".indexOf(value.charAt(0)) >= 0 ? "'" + value : value;
    return plain.matches("(?s).*[,\"\r\n].*") ? '"' + plain.replace("\"", "\"\"") + '"' : plain;
  }
}

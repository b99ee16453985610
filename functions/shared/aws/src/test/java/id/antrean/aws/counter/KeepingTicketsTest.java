package id.antrean.aws.counter;

import static org.assertj.core.api.Assertions.assertThat;

import id.antrean.aws.EmbeddedTables;
import id.antrean.domain.ApplicationId;
import id.antrean.domain.counter.Ticket;
import id.antrean.domain.counter.TicketCode;
import id.antrean.domain.office.HoldId;
import id.antrean.domain.office.SessionId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

class KeepingTicketsTest {
  private static final String TABLE = "counter";
  private static final Instant UNTIL = Instant.parse("2027-03-06T17:00:00Z");
  private static final SessionId EIGHT =
      SessionId.parse("CLG.2026-12-07.0800.REGULAR").orElseThrow();
  private static final SessionId NINE =
      SessionId.parse("CLG.2026-12-07.0930.PRIORITY").orElseThrow();

  private static final EmbeddedTables TABLES = new EmbeddedTables().with(TABLE, "id", "part");

  private final DynamoDbClient dynamo = TABLES.dynamo();
  private final DynamoTickets tickets = new DynamoTickets(dynamo, TABLE);

  @AfterAll
  static void stop() {
    TABLES.close();
  }

  private static HoldId hold(String name, int version) {
    return new HoldId(new ApplicationId((name + "_______________").substring(0, 16)), version);
  }

  private static Ticket ticket(String code, HoldId hold) {
    return new Ticket(new TicketCode(code), hold, EIGHT);
  }

  @Test
  void aTicketIsFoundByItsCodeAndByItsHold() {
    Ticket ticket = new Ticket(new TicketCode("K7Q29MXA"), hold("siti", 7), NINE);

    assertThat(tickets.keep(ticket, UNTIL)).isTrue();

    assertThat(tickets.by(ticket.code())).contains(ticket);
    assertThat(tickets.of(ticket.hold())).contains(ticket);
    assertThat(tickets.of(hold("siti", 8))).as("another seat").isEmpty();
    assertThat(tickets.by(new TicketCode("K7Q29MXB"))).isEmpty();
  }

  @Test
  void aHoldHasOneTicket() {
    Ticket first = ticket("00000001", hold("budi", 3));
    tickets.keep(first, UNTIL);

    assertThat(tickets.keep(ticket("00000002", hold("budi", 3)), UNTIL)).isFalse();

    assertThat(tickets.of(first.hold())).contains(first);
    assertThat(tickets.by(new TicketCode("00000002"))).as("nothing is left of it").isEmpty();
  }

  @Test
  void aCodeIsOneTickets() {
    Ticket first = ticket("00000003", hold("ani", 1));
    tickets.keep(first, UNTIL);

    assertThat(tickets.keep(ticket("00000003", hold("eko", 1)), UNTIL)).isFalse();

    assertThat(tickets.by(first.code())).contains(first);
    assertThat(tickets.of(hold("eko", 1))).as("nothing is left of it").isEmpty();
  }

  @Test
  void anotherSeatOfTheSamePersonHasAnotherTicket() {
    Ticket first = ticket("00000004", hold("made", 1));
    Ticket second = new Ticket(new TicketCode("00000005"), hold("made", 5), NINE);

    assertThat(tickets.keep(first, UNTIL)).isTrue();
    assertThat(tickets.keep(second, UNTIL)).isTrue();

    assertThat(tickets.of(first.hold())).contains(first);
    assertThat(tickets.of(second.hold())).contains(second);
  }

  @Test
  void ofSeveralPhonesAtOnceOneMakesTheTicket() throws Exception {
    HoldId hold = hold("wayan", 2);
    List<Ticket> drawn = IntStream.range(0, 8).mapToObj(i -> ticket("0000001" + i, hold)).toList();
    try (ExecutorService phones = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<Boolean>> kept =
          phones.invokeAll(
              drawn.stream()
                  .<Callable<Boolean>>map(ticket -> () -> tickets.keep(ticket, UNTIL))
                  .toList());
      List<Ticket> won =
          IntStream.range(0, drawn.size())
              .filter(i -> kept.get(i).resultNow())
              .mapToObj(drawn::get)
              .toList();

      assertThat(won).hasSize(1);
      assertThat(tickets.of(hold)).contains(won.getFirst());
      assertThat(drawn).filteredOn(it -> tickets.by(it.code()).isPresent()).isEqualTo(won);
    }
  }

  @Test
  void bothItemsAreForgottenWhenTheyMayBeAndNameNobody() {
    Ticket ticket = ticket("00000006", hold("sri", 4));
    tickets.keep(ticket, UNTIL);

    for (String id : List.of("ticket#00000006", "hold#" + ticket.hold().hex())) {
      Map<String, AttributeValue> item =
          dynamo
              .getItem(
                  get ->
                      get.tableName(TABLE)
                          .key(
                              Map.of(
                                  "id", AttributeValue.fromS(id),
                                  "part", AttributeValue.fromS("ticket"))))
              .item();
      assertThat(item)
          .containsEntry("forgetAt", AttributeValue.fromN(Long.toString(UNTIL.getEpochSecond())))
          .containsOnlyKeys(
              "id", "part", "schema", "requestId", "forgetAt", "code", "hold", "session");
    }
  }
}

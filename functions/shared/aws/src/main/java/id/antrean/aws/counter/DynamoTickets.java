package id.antrean.aws.counter;

import id.antrean.aws.Conditions;
import id.antrean.aws.ItemReader;
import id.antrean.aws.Items;
import id.antrean.aws.Retry;
import id.antrean.domain.counter.KeepTickets;
import id.antrean.domain.counter.Ticket;
import id.antrean.domain.counter.TicketCode;
import id.antrean.domain.office.HoldId;
import id.antrean.domain.office.SessionId;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;

/** Tickets in the counter table: an item for the code and one for the hold, written together. */
public final class DynamoTickets implements KeepTickets {
  private final DynamoDbClient dynamo;
  private final String table;

  public DynamoTickets(DynamoDbClient dynamo, String counterTable) {
    this.dynamo = dynamo;
    this.table = counterTable;
  }

  @Override
  public Optional<Ticket> of(HoldId hold) {
    return read(CounterItem.ticket(hold));
  }

  @Override
  public Optional<Ticket> by(TicketCode code) {
    return read(CounterItem.ticket(code));
  }

  private Optional<Ticket> read(Map<String, AttributeValue> key) {
    return Items.find(dynamo, table, key, "reading a ticket")
        .map(ItemReader::new)
        .map(DynamoTickets::ticket);
  }

  private static Ticket ticket(ItemReader item) {
    return new Ticket(
        new TicketCode(item.text("code")),
        HoldId.of(HexFormat.of().parseHex(item.text("hold"))),
        SessionId.parse(item.text("session")).orElseThrow());
  }

  @Override
  public boolean keep(Ticket ticket, Instant until) {
    List<TransactWriteItem> writes =
        List.of(
            put(CounterItem.ticket(ticket.code()), ticket, until),
            put(CounterItem.ticket(ticket.hold()), ticket, until));
    try {
      Retry.with(
          "keeping a ticket", () -> dynamo.transactWriteItems(it -> it.transactItems(writes)));
      return true;
    } catch (TransactionCanceledException cancelled) {
      if (Conditions.anyFailed(cancelled)) {
        return false;
      }
      throw cancelled;
    }
  }

  private TransactWriteItem put(Map<String, AttributeValue> key, Ticket ticket, Instant until) {
    return TransactWriteItem.builder()
        .put(
            put ->
                put.tableName(table)
                    .item(
                        CounterItem.until(until, key)
                            .text("code", ticket.code().value())
                            .text("hold", ticket.hold().hex())
                            .text("session", ticket.session().toString())
                            .attributes())
                    .conditionExpression("attribute_not_exists(id)"))
        .build();
  }
}

package id.antrean.races;

import id.antrean.aws.applications.DynamoApplications;
import id.antrean.aws.applications.DynamoAppointments;
import id.antrean.aws.applications.DynamoGuards;
import id.antrean.aws.applications.DynamoOverdueHolds;
import id.antrean.aws.applications.DynamoSaves;
import id.antrean.aws.applications.TransactionParts;
import id.antrean.aws.calendar.DynamoArrangement;
import id.antrean.aws.calendar.DynamoCalendar;
import id.antrean.aws.calendar.DynamoPattern;
import id.antrean.aws.counter.DynamoLines;
import id.antrean.aws.counter.DynamoTickets;
import id.antrean.aws.payments.DynamoPayments;
import id.antrean.aws.seats.DynamoClosedSeats;
import id.antrean.aws.seats.DynamoSeats;
import id.antrean.aws.seats.SessionItem;
import id.antrean.domain.application.Application;
import id.antrean.domain.office.Session;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** The product's tables with nothing in them, and the product's own adapters on them. */
final class Tables {
  private static final AtomicInteger CREATED = new AtomicInteger();

  private final DynamoDbClient dynamo;
  private final int turn = CREATED.incrementAndGet();

  private Tables(DynamoDbClient dynamo) {
    this.dynamo = dynamo;
  }

  static Tables createdOn(DynamoDbClient dynamo) {
    Tables tables = new Tables(dynamo);
    new TableForm("id", "part")
        .index("applicationsOfAccount", List.of(), "account", "createdAt")
        .index(
            "appointments",
            List.of("status", "revision", "booking", "appointment"),
            "officeDate",
            "seat")
        .index("unpaidHolds", List.of("booking"), "overdueShard", "deadline")
        .numbers("createdAt", "deadline")
        .create(dynamo, tables.named("applications"));
    new TableForm("guard").create(dynamo, tables.named("guards"));
    new TableForm("officeMonth", "slot").create(dynamo, tables.named("sessions"));
    new TableForm("billingCode", "part")
        .index(
            "openNotices",
            List.of("aggregator", "eventId", "asked", "askedNext"),
            "openState",
            "receivedAt")
        .index(
            "noticesOfDay",
            List.of(
                "aggregator",
                "eventId",
                "paymentId",
                "kind",
                "amount",
                "currency",
                "state",
                "reason",
                "channel",
                "ntpn",
                "paidAt"),
            "day",
            "receivedAt")
        .numbers("receivedAt")
        .create(dynamo, tables.named("payments"));
    new TableForm("id", "part").create(dynamo, tables.named("counter"));
    return tables;
  }

  private String named(String table) {
    return table + "-" + turn;
  }

  DynamoDbClient dynamo() {
    return dynamo;
  }

  String sessionsName() {
    return named("sessions");
  }

  String applicationsName() {
    return named("applications");
  }

  DynamoApplications applications() {
    return new DynamoApplications(dynamo, named("applications"));
  }

  DynamoAppointments appointments() {
    return new DynamoAppointments(dynamo, named("applications"));
  }

  DynamoOverdueHolds overdueHolds() {
    return new DynamoOverdueHolds(dynamo, named("applications"));
  }

  DynamoSaves saves() {
    return new DynamoSaves(
        dynamo, named("applications"), new TransactionParts(named("guards"), named("payments")));
  }

  DynamoGuards guards() {
    return new DynamoGuards(dynamo, named("guards"));
  }

  DynamoSeats seats() {
    return new DynamoSeats(dynamo, sessionsName(), appointments());
  }

  DynamoClosedSeats closedSeats() {
    return new DynamoClosedSeats(dynamo, sessionsName());
  }

  DynamoLines lines() {
    return new DynamoLines(dynamo, named("counter"));
  }

  DynamoTickets tickets() {
    return new DynamoTickets(dynamo, named("counter"));
  }

  DynamoPayments payments() {
    return new DynamoPayments(dynamo, named("payments"));
  }

  DynamoCalendar calendar() {
    return new DynamoCalendar(dynamo, sessionsName());
  }

  DynamoPattern pattern() {
    return new DynamoPattern(dynamo, sessionsName());
  }

  DynamoArrangement arrangement() {
    return new DynamoArrangement(dynamo, sessionsName());
  }

  /** The session as a whole item, whatever there was. */
  void put(Session session) {
    dynamo.putItem(put -> put.tableName(sessionsName()).item(SessionItem.of(session)));
  }

  /** As the store itself does when an application's time is over. */
  void forget(Application application) {
    dynamo.deleteItem(
        delete ->
            delete
                .tableName(applicationsName())
                .key(
                    Map.of(
                        "id", AttributeValue.fromS(application.id().value()),
                        "part", AttributeValue.fromS("main"))));
  }

  void put(Application application) {
    if (!saves().create(application)) {
      throw new IllegalStateException("there is an application " + application.id());
    }
  }

  /** Every item of a table. */
  List<Map<String, AttributeValue>> all(String table) {
    return dynamo
        .scanPaginator(scan -> scan.tableName(named(table)).consistentRead(true))
        .items()
        .stream()
        .toList();
  }
}

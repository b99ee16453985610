package id.antrean.offices;

import id.antrean.aws.Environment;
import id.antrean.aws.TimeSource;
import id.antrean.aws.applications.DynamoApplications;
import id.antrean.aws.applications.DynamoSaves;
import id.antrean.aws.applications.TransactionParts;
import id.antrean.aws.calendar.DynamoArrangement;
import id.antrean.aws.calendar.DynamoCalendar;
import id.antrean.aws.calendar.DynamoPattern;
import id.antrean.aws.deadlines.SqsArmHold;
import id.antrean.aws.offices.DynamoOffices;
import id.antrean.aws.seats.DynamoSeats;
import id.antrean.domain.Recency;
import id.antrean.domain.office.FindOffice;
import id.antrean.domain.seat.FollowSession;
import id.antrean.domain.seat.ReopenBooking;
import id.antrean.gateway.Api;
import id.antrean.gateway.EventLog;
import id.antrean.gateway.OidcTokens;
import id.antrean.gateway.Origins;
import id.antrean.gateway.TokenSettings;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.sqs.SqsClient;

/** What this function is made of: the only class that knows where everything comes from. */
class Wiring {

  @Produces
  @Singleton
  Clock clock() {
    return TimeSource.clock();
  }

  @Produces
  @Singleton
  EventLog log(Clock clock) {
    return new EventLog(System.out, clock);
  }

  @Produces
  @Singleton
  FindOffice offices(DynamoDbClient dynamo) {
    return new DynamoOffices(dynamo, Environment.text("OFFICES_TABLE"));
  }

  @Produces
  @Singleton
  LayOutCalendar layOutCalendar(DynamoDbClient dynamo, FindOffice offices, Clock clock) {
    String sessions = Environment.text("SESSIONS_TABLE");
    return new LayOutCalendar(
        offices,
        new DynamoPattern(dynamo, sessions),
        new SetDay(
            new DynamoCalendar(dynamo, sessions), new DynamoArrangement(dynamo, sessions), clock),
        clock);
  }

  @Produces
  @Singleton
  Api api(DynamoDbClient dynamo, SqsClient sqs, FindOffice offices, EventLog log, Clock clock) {
    String sessions = Environment.text("SESSIONS_TABLE");
    DynamoCalendar calendar = new DynamoCalendar(dynamo, sessions);
    DynamoApplications applications =
        new DynamoApplications(dynamo, Environment.text("APPLICATIONS_TABLE"));
    DaySheet sheet = new DaySheet(applications);
    DynamoSaves saves =
        new DynamoSaves(
            dynamo,
            Environment.text("APPLICATIONS_TABLE"),
            new TransactionParts(
                Environment.text("GUARDS_TABLE"), Environment.text("PAYMENTS_TABLE")));
    DynamoSeats seats = new DynamoSeats(dynamo, sessions, applications);
    FollowSession follow = new FollowSession(seats, applications, saves, clock);
    MonthsInMemory months = new MonthsInMemory(calendar, new Recency(System::nanoTime, clock));
    OidcTokens tokens =
        new OidcTokens(
            new TokenSettings(
                Environment.optional("TOKEN_ISSUER"),
                Environment.optional("TOKEN_AUDIENCE"),
                Environment.optional("TOKEN_ROLES_CLAIM"),
                Environment.optional("TOKEN_OFFICE_CLAIM")));
    PublicRoutes forEverybody = new PublicRoutes(offices, months, clock);
    DeskRoutes forTheDesk =
        new DeskRoutes(
            offices,
            new SetDay(calendar, new DynamoArrangement(dynamo, sessions), clock),
            new TellHolders(calendar, sheet, follow),
            new ShowDay(calendar, sheet, clock),
            new ListAppointments(sheet),
            months,
            log,
            clock);
    SupervisorRoutes forSupervisors =
        new SupervisorRoutes(
            offices,
            new ReopenBooking(
                applications,
                new SqsArmHold(
                    sqs,
                    Environment.text("DEADLINE_QUEUE_URL"),
                    Environment.seconds("ARM_DELAY_SECONDS")),
                seats,
                saves,
                clock),
            months,
            log);
    return forSupervisors.on(
        forTheDesk.on(
            forEverybody.on(
                new Api(tokens, log, Origins.of(Environment.optional("ALLOWED_ORIGINS"))))));
  }
}

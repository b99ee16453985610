package id.antrean.booking;

import id.antrean.aws.Environment;
import id.antrean.aws.TimeSource;
import id.antrean.aws.applications.BesideWrites;
import id.antrean.aws.applications.DynamoApplications;
import id.antrean.aws.applications.DynamoSaves;
import id.antrean.aws.deadlines.SqsArmHold;
import id.antrean.aws.offices.DynamoOffices;
import id.antrean.aws.payments.RandomBillingCodes;
import id.antrean.aws.seats.DynamoSeats;
import id.antrean.domain.Recency;
import id.antrean.domain.booking.Doorkeeper;
import id.antrean.domain.booking.FreeSeat;
import id.antrean.domain.booking.HoldSeat;
import id.antrean.domain.booking.HoldTerms;
import id.antrean.domain.booking.LeaveSeat;
import id.antrean.gateway.Api;
import id.antrean.gateway.Journal;
import id.antrean.gateway.OidcTokens;
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
  Api api(DynamoDbClient dynamo, SqsClient sqs) {
    Clock clock = TimeSource.clock();
    DynamoApplications applications =
        new DynamoApplications(dynamo, Environment.text("APPLICATIONS_TABLE"));
    DynamoSeats seats = new DynamoSeats(dynamo, Environment.text("SESSIONS_TABLE"), applications);
    DynamoSaves saves =
        new DynamoSaves(
            dynamo,
            Environment.text("APPLICATIONS_TABLE"),
            new BesideWrites(Environment.text("GUARDS_TABLE"), Environment.text("PAYMENTS_TABLE")));
    SqsArmHold arm =
        new SqsArmHold(
            sqs, Environment.text("DEADLINE_QUEUE_URL"), Environment.seconds("ARM_DELAY_SECONDS"));
    HoldTerms terms =
        new HoldTerms(
            Environment.seconds("PAYMENT_WINDOW_SECONDS"),
            Environment.seconds("GRACE_SECONDS"),
            Environment.number("UNPAID_HOLDS_PER_ACCOUNT"),
            Environment.number("EXPIRIES_BEFORE_PAUSE"));
    Doorkeeper door = new Doorkeeper(seats, terms, new Recency(System::nanoTime, clock), clock);
    FreeSeat free = door.watching(seats);
    HoldSeat hold =
        new HoldSeat(
            applications,
            new DynamoOffices(dynamo, Environment.text("OFFICES_TABLE")),
            arm,
            seats,
            free,
            door,
            saves,
            new RandomBillingCodes(),
            terms,
            clock);
    LeaveSeat leave = new LeaveSeat(applications, arm, free, saves, clock);
    OidcTokens tokens =
        new OidcTokens(
            new TokenSettings(
                Environment.optional("TOKEN_ISSUER"),
                Environment.optional("TOKEN_AUDIENCE"),
                Environment.optional("TOKEN_ROLES_CLAIM"),
                Environment.optional("TOKEN_OFFICE_CLAIM")));
    return new BookingRoutes(hold, leave, applications)
        .on(new Api(tokens, new Journal(System.out, clock)));
  }
}

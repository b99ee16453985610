package id.antrean.booking;

import id.antrean.aws.Environment;
import id.antrean.aws.TimeSource;
import id.antrean.aws.booking.Seating;
import id.antrean.aws.offices.DynamoOffices;
import id.antrean.domain.policy.HoldTerms;
import id.antrean.domain.seat.LeaveSeat;
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
  Api api(DynamoDbClient dynamo, SqsClient sqs) {
    Clock clock = TimeSource.clock();
    Seating seating =
        Seating.over(
            dynamo,
            sqs,
            new Seating.Places(
                Environment.text("APPLICATIONS_TABLE"),
                Environment.text("SESSIONS_TABLE"),
                Environment.text("GUARDS_TABLE"),
                Environment.text("PAYMENTS_TABLE"),
                Environment.text("DEADLINE_QUEUE_URL")),
            Environment.seconds("ARM_DELAY_SECONDS"),
            new DynamoOffices(dynamo, Environment.text("OFFICES_TABLE")),
            new HoldTerms(
                Environment.seconds("PAYMENT_WINDOW_SECONDS"),
                Environment.seconds("GRACE_SECONDS"),
                Environment.number("UNPAID_HOLDS_PER_ACCOUNT"),
                Environment.number("EXPIRIES_BEFORE_PAUSE"),
                Environment.number("TAKES_PER_HOUR"),
                Environment.number("GUARDED_DAYS")),
            clock);
    LeaveSeat leave =
        new LeaveSeat(
            seating.applications(), seating.arm(), seating.free(), seating.saves(), clock);
    OidcTokens tokens =
        new OidcTokens(
            new TokenSettings(
                Environment.optional("TOKEN_ISSUER"),
                Environment.optional("TOKEN_AUDIENCE"),
                Environment.optional("TOKEN_ROLES_CLAIM"),
                Environment.optional("TOKEN_OFFICE_CLAIM")));
    return new BookingRoutes(seating.hold(), leave, seating.applications())
        .on(
            new Api(
                tokens,
                new EventLog(System.out, clock),
                Origins.of(Environment.optional("ALLOWED_ORIGINS"))));
  }
}

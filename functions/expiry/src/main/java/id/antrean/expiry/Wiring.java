package id.antrean.expiry;

import id.antrean.aws.Environment;
import id.antrean.aws.TimeSource;
import id.antrean.aws.applications.DynamoApplications;
import id.antrean.aws.applications.DynamoSaves;
import id.antrean.aws.applications.TransactionParts;
import id.antrean.aws.calendar.DynamoCalendar;
import id.antrean.aws.deadlines.SfnTimer;
import id.antrean.aws.deadlines.SqsArmHold;
import id.antrean.aws.offices.DynamoOffices;
import id.antrean.aws.seats.DynamoSeats;
import id.antrean.domain.seat.ArmHold;
import id.antrean.domain.seat.FollowSession;
import id.antrean.gateway.EventLog;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.time.Clock;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.sfn.SfnClient;
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
  DynamoApplications applications(DynamoDbClient dynamo) {
    return new DynamoApplications(dynamo, Environment.text("APPLICATIONS_TABLE"));
  }

  @Produces
  @Singleton
  ArmHold arm(SqsClient sqs) {
    return new SqsArmHold(
        sqs, Environment.text("DEADLINE_QUEUE_URL"), Environment.seconds("ARM_DELAY_SECONDS"));
  }

  @Produces
  @Singleton
  LookAfterHold lookAfter(
      DynamoDbClient dynamo, DynamoApplications applications, ArmHold arm, Clock clock) {
    DynamoSeats seats = new DynamoSeats(dynamo, Environment.text("SESSIONS_TABLE"), applications);
    return new LookAfterHold(
        applications,
        seats,
        seats,
        saves(dynamo),
        arm,
        new SfnTimer(
            SfnClient.builder().httpClient(UrlConnectionHttpClient.create()).build(),
            Environment.text("PAYMENT_DEADLINE_ARN")),
        AskBeforeExpiring.nobody(),
        new LookAfterHold.Timing(
            Environment.seconds("GRACE_SECONDS"),
            Environment.seconds("LONGEST_QUEUE_DELAY_SECONDS")),
        clock,
        new SecureRandom());
  }

  @Produces
  @Singleton
  SweepOverdue overdue(DynamoApplications applications, ArmHold arm, Clock clock) {
    return new SweepOverdue(applications, arm, Environment.seconds("GRACE_SECONDS"), clock);
  }

  @Produces
  @Singleton
  SweepOrphans orphans(
      DynamoDbClient dynamo, DynamoApplications applications, ArmHold arm, Clock clock) {
    return new SweepOrphans(
        new DynamoOffices(dynamo, Environment.text("OFFICES_TABLE")),
        new DynamoCalendar(dynamo, Environment.text("SESSIONS_TABLE")),
        applications,
        arm,
        new FollowSession(
            new DynamoSeats(dynamo, Environment.text("SESSIONS_TABLE"), applications),
            applications,
            saves(dynamo),
            clock),
        clock);
  }

  private static DynamoSaves saves(DynamoDbClient dynamo) {
    return new DynamoSaves(
        dynamo,
        Environment.text("APPLICATIONS_TABLE"),
        new TransactionParts(Environment.text("GUARDS_TABLE"), Environment.text("PAYMENTS_TABLE")));
  }
}

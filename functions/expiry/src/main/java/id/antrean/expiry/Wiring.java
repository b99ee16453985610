package id.antrean.expiry;

import id.antrean.aws.Environment;
import id.antrean.aws.applications.DynamoOverdueHolds;
import id.antrean.aws.deadlines.SfnTimer;
import id.antrean.domain.application.FindApplication;
import id.antrean.domain.application.SaveApplication;
import id.antrean.domain.office.FindMonth;
import id.antrean.domain.office.FindOffice;
import id.antrean.domain.seat.ArmHold;
import id.antrean.domain.seat.FindOverdueHolds;
import id.antrean.domain.seat.FindSeats;
import id.antrean.domain.seat.FollowSession;
import id.antrean.domain.seat.FreeSeat;
import id.antrean.domain.seat.StartTimer;
import id.antrean.gateway.EventLog;
import id.antrean.gateway.QueueListener;
import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.time.Clock;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.sfn.SfnClient;

/** What this function adds to what all have. */
class Wiring {

  @Singleton
  StartTimer timer() {
    return new SfnTimer(
        SfnClient.builder().httpClient(UrlConnectionHttpClient.create()).build(),
        Environment.text("PAYMENT_DEADLINE_ARN"));
  }

  @Singleton
  LookAfterHold lookAfter(
      FindApplication applications,
      FindSeats seats,
      FreeSeat free,
      SaveApplication saves,
      ArmHold arm,
      StartTimer timer,
      Clock clock) {
    return new LookAfterHold(
        applications,
        seats,
        free,
        saves,
        arm,
        timer,
        AskBeforeExpiring.nobody(),
        new LookAfterHold.Timing(
            Environment.seconds("GRACE_SECONDS"),
            Environment.seconds("LONGEST_QUEUE_DELAY_SECONDS")),
        clock,
        new SecureRandom());
  }

  @Singleton
  QueueListener queue(LookAfterHold lookAfter, EventLog log) {
    return new QueueListener("deadline", new HoldsOnTheQueue(lookAfter), log);
  }

  @Singleton
  FindOverdueHolds overdueHolds(DynamoDbClient dynamo) {
    return new DynamoOverdueHolds(dynamo, Environment.text("APPLICATIONS_TABLE"));
  }

  @Singleton
  SweepOverdue overdue(FindOverdueHolds holds, ArmHold arm, Clock clock) {
    return new SweepOverdue(holds, arm, Environment.seconds("GRACE_SECONDS"), clock);
  }

  @Singleton
  SweepOrphans orphans(
      FindOffice offices,
      FindMonth months,
      FindApplication applications,
      ArmHold arm,
      FollowSession follow,
      Clock clock) {
    return new SweepOrphans(offices, months, applications, arm, follow, clock);
  }
}

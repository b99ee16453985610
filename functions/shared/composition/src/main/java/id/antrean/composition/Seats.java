package id.antrean.composition;

import id.antrean.aws.Environment;
import id.antrean.aws.deadlines.SqsArmHold;
import id.antrean.aws.payments.RandomBillingCodes;
import id.antrean.aws.seats.DynamoSeats;
import id.antrean.domain.Recency;
import id.antrean.domain.application.FindApplication;
import id.antrean.domain.application.SaveApplication;
import id.antrean.domain.office.FindOffice;
import id.antrean.domain.policy.HoldTerms;
import id.antrean.domain.seat.ArmHold;
import id.antrean.domain.seat.ClaimSeat;
import id.antrean.domain.seat.FindGuards;
import id.antrean.domain.seat.FindSeats;
import id.antrean.domain.seat.FollowSession;
import id.antrean.domain.seat.FreeSeat;
import id.antrean.domain.seat.HoldSeat;
import id.antrean.domain.seat.LeaveSeat;
import id.antrean.domain.seat.SoldOutFromMemory;
import id.antrean.gateway.EventLog;
import io.quarkus.arc.properties.IfBuildProperty;
import jakarta.inject.Singleton;
import java.time.Clock;
import software.amazon.awssdk.services.sqs.SqsClient;

/**
 * How seats are held and let go. Applicants and late money hold them in the same way; one {@link
 * SoldOutFromMemory} stands before every claim of a process, and sees every seat that it frees.
 * Only where a function carries the client of queues: nobody takes or leaves a seat without arming
 * its hold.
 */
@IfBuildProperty(name = "quarkus.sqs.sync-client.type", stringValue = "url")
class Seats {

  @Singleton
  ArmHold arm(SqsClient sqs) {
    return new SqsArmHold(
        sqs, Environment.text("DEADLINE_QUEUE_URL"), Environment.seconds("ARM_DELAY_SECONDS"));
  }

  @Singleton
  HoldTerms terms() {
    return new HoldTerms(
        Environment.seconds("PAYMENT_WINDOW_SECONDS"),
        Environment.seconds("GRACE_SECONDS"),
        Environment.number("UNPAID_HOLDS_PER_ACCOUNT"),
        Environment.number("EXPIRIES_BEFORE_PAUSE"),
        Environment.number("TAKES_PER_HOUR"),
        Environment.number("GUARDED_DAYS"));
  }

  @Singleton
  SoldOutFromMemory losers(
      FindSeats seats, HoldTerms terms, EventLog log, Recency recency, Clock clock) {
    return new SoldOutFromMemory(seats, terms, new MeasureTurnedAway(log), recency, clock);
  }

  @Singleton
  FreeSeat free(SoldOutFromMemory losers, DynamoSeats seats) {
    return losers.watching(seats);
  }

  @Singleton
  HoldSeat hold(
      FindApplication applications,
      FindOffice offices,
      FindGuards guards,
      ArmHold arm,
      ClaimSeat claim,
      FreeSeat free,
      SoldOutFromMemory losers,
      SaveApplication saves,
      HoldTerms terms,
      Clock clock) {
    return new HoldSeat(
        applications,
        offices,
        guards,
        arm,
        claim,
        free,
        losers,
        saves,
        new RandomBillingCodes(),
        terms,
        clock);
  }

  @Singleton
  LeaveSeat leave(
      FindApplication applications,
      ArmHold arm,
      FreeSeat free,
      SaveApplication saves,
      Clock clock) {
    return new LeaveSeat(applications, arm, free, saves, clock);
  }

  @Singleton
  FollowSession follow(
      FindSeats seats, FindApplication applications, SaveApplication saves, Clock clock) {
    return new FollowSession(seats, applications, saves, clock);
  }
}

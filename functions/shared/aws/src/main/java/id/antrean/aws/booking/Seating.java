package id.antrean.aws.booking;

import id.antrean.aws.applications.DynamoApplications;
import id.antrean.aws.applications.DynamoGuards;
import id.antrean.aws.applications.DynamoSaves;
import id.antrean.aws.applications.TransactionParts;
import id.antrean.aws.deadlines.SqsArmHold;
import id.antrean.aws.payments.RandomBillingCodes;
import id.antrean.aws.seats.DynamoSeats;
import id.antrean.domain.Recency;
import id.antrean.domain.application.SaveApplication;
import id.antrean.domain.office.FindOffice;
import id.antrean.domain.policy.HoldTerms;
import id.antrean.domain.seat.ArmHold;
import id.antrean.domain.seat.Doorkeeper;
import id.antrean.domain.seat.FreeSeat;
import id.antrean.domain.seat.HoldSeat;
import java.time.Clock;
import java.time.Duration;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.sqs.SqsClient;

/**
 * What a process holds seats with. Applicants and late money hold them in the same way, so both
 * functions take it from here; one {@link Doorkeeper} stands before every claim of a process, and
 * sees every seat that it frees.
 */
public record Seating(
    DynamoApplications applications,
    SaveApplication saves,
    ArmHold arm,
    FreeSeat free,
    HoldSeat hold) {

  /** Where the tables and the queue are that a function is deployed with. */
  public record Places(
      String applications, String sessions, String guards, String payments, String deadlineQueue) {}

  /**
   * Over those places.
   *
   * @param offices looked up once a hold, so better remembered than read
   * @param armDelay how long after a claim its hold is looked after
   */
  public static Seating over(
      DynamoDbClient dynamo,
      SqsClient sqs,
      Places places,
      Duration armDelay,
      FindOffice offices,
      HoldTerms terms,
      Clock clock) {
    DynamoApplications applications = new DynamoApplications(dynamo, places.applications());
    DynamoSeats seats = new DynamoSeats(dynamo, places.sessions(), applications);
    DynamoSaves saves =
        new DynamoSaves(
            dynamo,
            places.applications(),
            new TransactionParts(places.guards(), places.payments()));
    SqsArmHold arm = new SqsArmHold(sqs, places.deadlineQueue(), armDelay);
    Doorkeeper door = new Doorkeeper(seats, terms, new Recency(System::nanoTime, clock), clock);
    FreeSeat free = door.watching(seats);
    HoldSeat hold =
        new HoldSeat(
            applications,
            offices,
            new DynamoGuards(dynamo, places.guards()),
            arm,
            seats,
            free,
            door,
            saves,
            new RandomBillingCodes(),
            terms,
            clock);
    return new Seating(applications, saves, arm, free, hold);
  }
}

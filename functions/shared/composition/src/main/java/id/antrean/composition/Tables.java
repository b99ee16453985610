package id.antrean.composition;

import id.antrean.aws.Environment;
import id.antrean.aws.allowance.DynamoUses;
import id.antrean.aws.applications.DynamoApplications;
import id.antrean.aws.applications.DynamoAppointments;
import id.antrean.aws.applications.DynamoGuards;
import id.antrean.aws.applications.DynamoSaves;
import id.antrean.aws.applications.TransactionParts;
import id.antrean.aws.calendar.DynamoCalendar;
import id.antrean.aws.offices.DynamoOffices;
import id.antrean.aws.seats.DynamoSeats;
import id.antrean.domain.allowance.SpendAllowance;
import id.antrean.domain.application.FindAppointments;
import id.antrean.domain.application.SaveApplication;
import id.antrean.domain.office.FindOffice;
import id.antrean.domain.seat.ClaimSeat;
import id.antrean.domain.seat.FindGuards;
import id.antrean.domain.seat.FindSeats;
import jakarta.enterprise.inject.Typed;
import jakarta.inject.Singleton;
import java.time.Clock;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** The domain's ports on the tables. */
class Tables {

  @Singleton
  DynamoApplications applications(DynamoDbClient dynamo) {
    return new DynamoApplications(dynamo, Environment.text("APPLICATIONS_TABLE"));
  }

  @Singleton
  FindAppointments appointments(DynamoDbClient dynamo) {
    return new DynamoAppointments(dynamo, Environment.text("APPLICATIONS_TABLE"));
  }

  @Singleton
  SaveApplication saves(DynamoDbClient dynamo) {
    return new DynamoSaves(
        dynamo,
        Environment.text("APPLICATIONS_TABLE"),
        new TransactionParts(Environment.text("GUARDS_TABLE"), Environment.text("PAYMENTS_TABLE")));
  }

  /** Looked up once a hold, so better remembered than read. */
  @Singleton
  FindOffice offices(DynamoDbClient dynamo) {
    return new DynamoOffices(dynamo, Environment.text("OFFICES_TABLE"));
  }

  @Singleton
  DynamoCalendar calendar(DynamoDbClient dynamo) {
    return new DynamoCalendar(dynamo, Environment.text("SESSIONS_TABLE"));
  }

  /** A seat is freed past the losers only, see {@link Seats}. */
  @Singleton
  @Typed({DynamoSeats.class, ClaimSeat.class, FindSeats.class})
  DynamoSeats seats(DynamoDbClient dynamo, FindAppointments appointments) {
    return new DynamoSeats(dynamo, Environment.text("SESSIONS_TABLE"), appointments);
  }

  @Singleton
  FindGuards guards(DynamoDbClient dynamo) {
    return new DynamoGuards(dynamo, Environment.text("GUARDS_TABLE"));
  }

  @Singleton
  SpendAllowance allowances(DynamoDbClient dynamo, Clock clock) {
    return new SpendAllowance(new DynamoUses(dynamo, Environment.text("GUARDS_TABLE")), clock);
  }
}

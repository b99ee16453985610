package id.antrean.offices;

import id.antrean.aws.Environment;
import id.antrean.aws.calendar.ClosureIds;
import id.antrean.aws.calendar.DynamoArrangement;
import id.antrean.aws.calendar.DynamoClosures;
import id.antrean.aws.calendar.DynamoHistory;
import id.antrean.aws.calendar.DynamoPattern;
import id.antrean.aws.calendar.SqsSpreadClosure;
import id.antrean.aws.offices.DynamoOfficeChanges;
import id.antrean.aws.seats.DynamoClosedSeats;
import id.antrean.domain.application.FindApplication;
import id.antrean.domain.application.SaveApplication;
import id.antrean.domain.office.ArrangeDay;
import id.antrean.domain.office.ChangeOffice;
import id.antrean.domain.office.FindHistory;
import id.antrean.domain.office.KeepClosures;
import id.antrean.domain.office.LayOutDay;
import id.antrean.domain.office.NewClosureId;
import id.antrean.domain.office.OfficeChange;
import id.antrean.domain.office.SeatState;
import id.antrean.domain.office.SpreadClosure;
import id.antrean.domain.seat.ArmHold;
import id.antrean.domain.seat.ClearSession;
import id.antrean.domain.seat.CloseSeats;
import id.antrean.domain.seat.FreeSeat;
import id.antrean.domain.seat.HoldSeat;
import id.antrean.domain.seat.ReopenBooking;
import id.antrean.domain.seat.RestoreSession;
import id.antrean.offices.view.AppointmentPageView;
import id.antrean.offices.view.AppointmentView;
import id.antrean.offices.view.AvailabilityView;
import id.antrean.offices.view.DayView;
import id.antrean.offices.view.HistoryPageView;
import id.antrean.offices.view.HolidayView;
import id.antrean.offices.view.OfficeClosureView;
import id.antrean.offices.view.OfficePageView;
import id.antrean.offices.view.OfficePatternSetView;
import id.antrean.offices.view.OfficePatternView;
import id.antrean.offices.view.OfficeServicesView;
import id.antrean.offices.view.OfficeView;
import id.antrean.offices.view.ReopeningView;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.DayOfWeek;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.sqs.SqsClient;

/** What these functions add to what all have. */
@RegisterForReflection(
    targets = {
      OfficePageView.class,
      OfficeView.class,
      AvailabilityView.class,
      HolidayView.class,
      DayView.class,
      AppointmentPageView.class,
      AppointmentView.class,
      ReopeningView.class,
      OfficeClosureView.class,
      OfficePatternView.class,
      OfficePatternSetView.class,
      OfficeServicesView.class,
      HistoryPageView.class,
      OfficeChange.Kind.class,
      DayOfWeek.class,
      SeatState.class
    })
class Wiring {

  @Singleton
  ArrangeDay arrange(DynamoDbClient dynamo) {
    return new DynamoArrangement(dynamo, Environment.text("SESSIONS_TABLE"));
  }

  @Singleton
  LayOutDay pattern(DynamoDbClient dynamo) {
    return new DynamoPattern(dynamo, Environment.text("SESSIONS_TABLE"));
  }

  @Singleton
  ReopenBooking reopen(
      FindApplication applications,
      ArmHold arm,
      FreeSeat free,
      SaveApplication saves,
      Clock clock) {
    return new ReopenBooking(applications, arm, free, saves, clock);
  }

  @Singleton
  ChangeOffice changes(DynamoDbClient dynamo) {
    return new DynamoOfficeChanges(
        dynamo, Environment.text("OFFICES_TABLE"), Environment.text("SESSIONS_TABLE"));
  }

  @Singleton
  FindHistory history(DynamoDbClient dynamo) {
    return new DynamoHistory(dynamo, Environment.text("SESSIONS_TABLE"));
  }

  @Singleton
  KeepClosures closures(DynamoDbClient dynamo) {
    return new DynamoClosures(dynamo, Environment.text("SESSIONS_TABLE"));
  }

  @Singleton
  NewClosureId closureIds() {
    return new ClosureIds();
  }

  @Singleton
  SpreadClosure spread(SqsClient sqs) {
    return new SqsSpreadClosure(sqs, Environment.text("CLOSURE_QUEUE_URL"));
  }

  @Singleton
  CloseSeats closed(DynamoDbClient dynamo) {
    return new DynamoClosedSeats(dynamo, Environment.text("SESSIONS_TABLE"));
  }

  @Singleton
  ClearSession clear(
      CloseSeats seats,
      FindApplication applications,
      ArmHold arm,
      FreeSeat free,
      SaveApplication saves,
      Clock clock) {
    return new ClearSession(seats, applications, arm, free, saves, clock);
  }

  @Singleton
  RestoreSession restore(CloseSeats seats, FindApplication applications, HoldSeat hold) {
    return new RestoreSession(seats, applications, hold);
  }
}

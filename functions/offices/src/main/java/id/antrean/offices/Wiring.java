package id.antrean.offices;

import id.antrean.aws.Environment;
import id.antrean.aws.calendar.DynamoArrangement;
import id.antrean.aws.calendar.DynamoPattern;
import id.antrean.domain.application.FindApplication;
import id.antrean.domain.application.SaveApplication;
import id.antrean.domain.office.ArrangeDay;
import id.antrean.domain.office.LayOutDay;
import id.antrean.domain.office.SeatState;
import id.antrean.domain.seat.ArmHold;
import id.antrean.domain.seat.FreeSeat;
import id.antrean.domain.seat.ReopenBooking;
import id.antrean.offices.view.AppointmentPageView;
import id.antrean.offices.view.AppointmentView;
import id.antrean.offices.view.AvailabilityView;
import id.antrean.offices.view.DayView;
import id.antrean.offices.view.HolidayView;
import id.antrean.offices.view.OfficePageView;
import id.antrean.offices.view.OfficeView;
import id.antrean.offices.view.ReopeningView;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.inject.Singleton;
import java.time.Clock;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

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
}

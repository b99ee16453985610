package id.antrean.offices;

import id.antrean.aws.Environment;
import id.antrean.aws.calendar.DynamoArrangement;
import id.antrean.aws.calendar.DynamoCalendar;
import id.antrean.aws.calendar.DynamoPattern;
import id.antrean.domain.Recency;
import id.antrean.domain.application.FindApplication;
import id.antrean.domain.application.FindAppointments;
import id.antrean.domain.application.SaveApplication;
import id.antrean.domain.office.FindMonth;
import id.antrean.domain.office.FindOffice;
import id.antrean.domain.seat.ArmHold;
import id.antrean.domain.seat.FollowSession;
import id.antrean.domain.seat.FreeSeat;
import id.antrean.domain.seat.ReopenBooking;
import id.antrean.gateway.EventLog;
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
      ReopeningView.class
    })
class Wiring {

  @Singleton
  SetDay setDay(DynamoDbClient dynamo, DynamoCalendar calendar, Clock clock) {
    return new SetDay(
        calendar, new DynamoArrangement(dynamo, Environment.text("SESSIONS_TABLE")), clock);
  }

  @Singleton
  LayOutCalendar layOutCalendar(
      DynamoDbClient dynamo, FindOffice offices, SetDay setDay, Clock clock) {
    DynamoPattern pattern = new DynamoPattern(dynamo, Environment.text("SESSIONS_TABLE"));
    return new LayOutCalendar(offices, pattern, setDay, clock);
  }

  @Singleton
  DaySheet sheet(FindAppointments appointments) {
    return new DaySheet(appointments);
  }

  @Singleton
  MonthsInMemory months(FindMonth calendar, Clock clock) {
    return new MonthsInMemory(calendar, new Recency(System::nanoTime, clock));
  }

  @Singleton
  PublicRoutes forEverybody(FindOffice offices, MonthsInMemory months, Clock clock) {
    return new PublicRoutes(offices, months, clock);
  }

  @Singleton
  DeskRoutes forTheDesk(
      FindOffice offices,
      SetDay setDay,
      DynamoCalendar calendar,
      DaySheet sheet,
      FollowSession follow,
      MonthsInMemory months,
      EventLog log,
      Clock clock) {
    return new DeskRoutes(
        offices,
        setDay,
        new TellHolders(follow),
        new ShowDay(calendar, sheet, clock),
        new ListAppointments(sheet),
        months,
        log,
        clock);
  }

  @Singleton
  SupervisorRoutes forSupervisors(
      FindOffice offices,
      FindApplication applications,
      ArmHold arm,
      FreeSeat free,
      SaveApplication saves,
      MonthsInMemory months,
      EventLog log,
      Clock clock) {
    ReopenBooking reopen = new ReopenBooking(applications, arm, free, saves, clock);
    return new SupervisorRoutes(offices, reopen, months, log);
  }
}

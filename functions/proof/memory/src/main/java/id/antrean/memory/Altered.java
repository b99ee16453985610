package id.antrean.memory;

import id.antrean.domain.application.Application;
import id.antrean.domain.application.Timeline;
import id.antrean.domain.booking.Booking;

/** An application with another part, as no step of its own leaves it. */
public final class Altered {

  private Altered() {}

  static Application at(Application application, int version) {
    return with(application, version, application.booking(), application.timeline());
  }

  public static Application with(Application application, Timeline timeline) {
    return with(application, application.version(), application.booking(), timeline);
  }

  public static Application with(Application application, Booking booking) {
    return with(application, application.version(), booking, application.timeline());
  }

  private static Application with(
      Application application, int version, Booking booking, Timeline timeline) {
    return new Application(
        application.id(),
        application.account(),
        version,
        application.revision(),
        application.dossier(),
        booking,
        timeline,
        application.registration());
  }
}

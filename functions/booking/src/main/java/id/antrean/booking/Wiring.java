package id.antrean.booking;

import id.antrean.domain.application.FindApplication;
import id.antrean.domain.seat.HoldSeat;
import id.antrean.domain.seat.LeaveSeat;
import jakarta.inject.Singleton;

/** What this function adds to what all have. */
class Wiring {

  @Singleton
  BookingRoutes routes(HoldSeat hold, LeaveSeat leave, FindApplication applications) {
    return new BookingRoutes(hold, leave, applications);
  }
}

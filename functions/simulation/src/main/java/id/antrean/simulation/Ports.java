package id.antrean.simulation;

import id.antrean.domain.application.FindApplication;
import id.antrean.domain.application.SaveApplication;
import id.antrean.domain.booking.ArmHold;
import id.antrean.domain.booking.ClaimSeat;
import id.antrean.domain.booking.FindSeats;
import id.antrean.domain.booking.FreeSeat;
import id.antrean.domain.booking.StartTimer;
import id.antrean.domain.office.ArrangeDay;
import id.antrean.domain.office.FindDay;
import id.antrean.domain.office.FindMonth;
import id.antrean.domain.office.FindOffice;
import id.antrean.domain.payment.AskAgainLater;
import id.antrean.domain.payment.FindBill;
import id.antrean.domain.payment.KeepNotification;
import id.antrean.memory.World;
import java.time.Clock;

/** What one function reaches the world by. A mutant changes some of it and leaves the rest. */
record Ports(
    FindApplication find,
    FindApplication.Lists lists,
    SaveApplication save,
    ClaimSeat claim,
    FreeSeat free,
    FindSeats seats,
    FindMonth months,
    ArmHold arm,
    StartTimer timer,
    FindBill bills,
    KeepNotification notifications,
    AskAgainLater later,
    FindOffice offices,
    FindDay days,
    ArrangeDay arrange,
    Clock clock) {

  static Ports of(World world) {
    return new Ports(
        world.applications,
        world.applications,
        world.applications,
        world.seats,
        world.seats,
        world.seats,
        world.seats,
        world.deadlines,
        world.deadlines,
        world.payments,
        world.payments,
        world.notifications,
        world.offices,
        world.calendar,
        world.calendar,
        world.time);
  }

  Ports saving(SaveApplication other) {
    return new Ports(
        find,
        lists,
        other,
        claim,
        free,
        seats,
        months,
        arm,
        timer,
        bills,
        notifications,
        later,
        offices,
        days,
        arrange,
        clock);
  }

  Ports claiming(ClaimSeat other) {
    return new Ports(
        find,
        lists,
        save,
        other,
        free,
        seats,
        months,
        arm,
        timer,
        bills,
        notifications,
        later,
        offices,
        days,
        arrange,
        clock);
  }

  Ports freeing(FreeSeat other) {
    return new Ports(
        find,
        lists,
        save,
        claim,
        other,
        seats,
        months,
        arm,
        timer,
        bills,
        notifications,
        later,
        offices,
        days,
        arrange,
        clock);
  }

  Ports seeing(FindSeats other) {
    return new Ports(
        find,
        lists,
        save,
        claim,
        free,
        other,
        months,
        arm,
        timer,
        bills,
        notifications,
        later,
        offices,
        days,
        arrange,
        clock);
  }

  Ports arming(ArmHold other) {
    return new Ports(
        find,
        lists,
        save,
        claim,
        free,
        seats,
        months,
        other,
        timer,
        bills,
        notifications,
        later,
        offices,
        days,
        arrange,
        clock);
  }

  Ports timing(StartTimer other) {
    return new Ports(
        find,
        lists,
        save,
        claim,
        free,
        seats,
        months,
        arm,
        other,
        bills,
        notifications,
        later,
        offices,
        days,
        arrange,
        clock);
  }

  Ports deferring(AskAgainLater other) {
    return new Ports(
        find,
        lists,
        save,
        claim,
        free,
        seats,
        months,
        arm,
        timer,
        bills,
        notifications,
        other,
        offices,
        days,
        arrange,
        clock);
  }

  Ports arranging(ArrangeDay other) {
    return new Ports(
        find,
        lists,
        save,
        claim,
        free,
        seats,
        months,
        arm,
        timer,
        bills,
        notifications,
        later,
        offices,
        days,
        other,
        clock);
  }

  Ports at(Clock other) {
    return new Ports(
        find,
        lists,
        save,
        claim,
        free,
        seats,
        months,
        arm,
        timer,
        bills,
        notifications,
        later,
        offices,
        days,
        arrange,
        other);
  }
}

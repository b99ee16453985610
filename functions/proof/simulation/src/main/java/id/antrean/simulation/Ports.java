package id.antrean.simulation;

import id.antrean.domain.application.FindApplication;
import id.antrean.domain.application.FindAppointments;
import id.antrean.domain.application.SaveApplication;
import id.antrean.domain.counter.KeepLine;
import id.antrean.domain.counter.KeepTickets;
import id.antrean.domain.office.ArrangeDay;
import id.antrean.domain.office.FindDay;
import id.antrean.domain.office.FindMonth;
import id.antrean.domain.office.FindOffice;
import id.antrean.domain.office.KeepClosures;
import id.antrean.domain.office.LayOutDay;
import id.antrean.domain.office.SpreadClosure;
import id.antrean.domain.payment.AskSenderLater;
import id.antrean.domain.payment.FindBill;
import id.antrean.domain.payment.FindNotices;
import id.antrean.domain.payment.KeepNotification;
import id.antrean.domain.payment.KeepSenderUse;
import id.antrean.domain.seat.ArmHold;
import id.antrean.domain.seat.ClaimSeat;
import id.antrean.domain.seat.CloseSeats;
import id.antrean.domain.seat.FindGuards;
import id.antrean.domain.seat.FindOverdueHolds;
import id.antrean.domain.seat.FindSeats;
import id.antrean.domain.seat.FreeSeat;
import id.antrean.domain.seat.StartTimer;
import id.antrean.memory.World;
import id.antrean.senders.Aggregator;
import id.antrean.senders.Aggregators;
import java.time.Clock;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/** What one function reaches the world by. A mutant changes some of it and leaves the rest. */
final class Ports {
  private FindApplication find;
  private FindOverdueHolds overdue;
  private SaveApplication save;
  private ClaimSeat claim;
  private FreeSeat free;
  private FindSeats seats;
  private FindMonth months;
  private ArmHold arm;
  private StartTimer timer;
  private FindBill bills;
  private KeepNotification notifications;
  private FindNotices notices;
  private KeepSenderUse uses;
  private AskSenderLater later;
  private FindOffice offices;
  private FindGuards guards;
  private FindDay days;
  private ArrangeDay arrange;
  private LayOutDay layOut;
  private FindAppointments appointments;
  private KeepLine lines;
  private KeepTickets tickets;
  private CloseSeats closing;
  private KeepClosures closures;
  private SpreadClosure spread;
  private UnaryOperator<Aggregator> seen;
  private Clock clock;

  private Ports(World world) {
    find = world.applications;
    overdue = world.applications;
    save = world.applications;
    claim = world.seats;
    free = world.seats;
    seats = world.seats;
    months = world.seats;
    arm = world.deadlines;
    timer = world.deadlines;
    bills = world.payments;
    notifications = world.payments;
    notices = world.payments;
    uses = world.senderUses;
    later = world.notifications;
    offices = world.offices;
    guards = world.applications;
    days = world.calendar;
    arrange = world.calendar;
    layOut = world.calendar;
    appointments = world.applications;
    lines = world.counter;
    tickets = world.counter;
    closing = world.seats;
    closures = world.closures;
    spread = world.closures;
    seen = UnaryOperator.identity();
    clock = world.time;
  }

  private Ports(Ports other) {
    find = other.find;
    overdue = other.overdue;
    save = other.save;
    claim = other.claim;
    free = other.free;
    seats = other.seats;
    months = other.months;
    arm = other.arm;
    timer = other.timer;
    bills = other.bills;
    notifications = other.notifications;
    notices = other.notices;
    uses = other.uses;
    later = other.later;
    offices = other.offices;
    guards = other.guards;
    days = other.days;
    arrange = other.arrange;
    layOut = other.layOut;
    appointments = other.appointments;
    lines = other.lines;
    tickets = other.tickets;
    closing = other.closing;
    closures = other.closures;
    spread = other.spread;
    seen = other.seen;
    clock = other.clock;
  }

  static Ports of(World world) {
    return new Ports(world);
  }

  private Ports but(Consumer<Ports> change) {
    Ports changed = new Ports(this);
    change.accept(changed);
    return changed;
  }

  Ports saving(SaveApplication other) {
    return but(ports -> ports.save = other);
  }

  Ports claiming(ClaimSeat other) {
    return but(ports -> ports.claim = other);
  }

  Ports freeing(FreeSeat other) {
    return but(ports -> ports.free = other);
  }

  Ports seeing(FindSeats other) {
    return but(ports -> ports.seats = other);
  }

  Ports arming(ArmHold other) {
    return but(ports -> ports.arm = other);
  }

  Ports timing(StartTimer other) {
    return but(ports -> ports.timer = other);
  }

  Ports keeping(KeepNotification other) {
    return but(ports -> ports.notifications = other);
  }

  /** Each aggregator looks like that to the function. */
  Ports seeingSenders(UnaryOperator<Aggregator> other) {
    return but(ports -> ports.seen = other);
  }

  Ports deferring(AskSenderLater other) {
    return but(ports -> ports.later = other);
  }

  Ports arranging(ArrangeDay other) {
    return but(ports -> ports.arrange = other);
  }

  Ports lining(KeepLine other) {
    return but(ports -> ports.lines = other);
  }

  Ports at(Clock other) {
    return but(ports -> ports.clock = other);
  }

  FindApplication find() {
    return find;
  }

  FindOverdueHolds overdue() {
    return overdue;
  }

  SaveApplication save() {
    return save;
  }

  ClaimSeat claim() {
    return claim;
  }

  FreeSeat free() {
    return free;
  }

  FindSeats seats() {
    return seats;
  }

  FindMonth months() {
    return months;
  }

  ArmHold arm() {
    return arm;
  }

  StartTimer timer() {
    return timer;
  }

  FindBill bills() {
    return bills;
  }

  KeepNotification notifications() {
    return notifications;
  }

  FindNotices notices() {
    return notices;
  }

  KeepSenderUse uses() {
    return uses;
  }

  Aggregators senders(Senders senders) {
    return new Aggregators(senders.all().stream().<Aggregator>map(seen).toList());
  }

  AskSenderLater later() {
    return later;
  }

  FindOffice offices() {
    return offices;
  }

  FindGuards guards() {
    return guards;
  }

  FindDay days() {
    return days;
  }

  ArrangeDay arrange() {
    return arrange;
  }

  LayOutDay layOut() {
    return layOut;
  }

  FindAppointments appointments() {
    return appointments;
  }

  KeepLine lines() {
    return lines;
  }

  KeepTickets tickets() {
    return tickets;
  }

  CloseSeats closing() {
    return closing;
  }

  KeepClosures closures() {
    return closures;
  }

  SpreadClosure spread() {
    return spread;
  }

  Clock clock() {
    return clock;
  }
}

package id.antrean.bench;

import id.antrean.domain.Actor;
import id.antrean.domain.application.Application;
import id.antrean.domain.office.Office;
import id.antrean.domain.office.SessionId;
import id.antrean.domain.seat.HoldSeat;
import id.antrean.domain.seat.SoldOutFromMemory;
import id.antrean.memory.Samples;
import java.util.ArrayList;
import java.util.List;

/** What each step costs, walked by one after another, in capacity units as the store reports. */
record Costs(Store store, Booking booking, Sessions sessions, int seats) {

  /**
   * The calls of every kind of contender, and of an application's whole life.
   *
   * @param winners of one session, first to last
   * @param asked losers whom the store refused
   * @param shed a loser whom a crowd came before
   * @param together an application's life whose papers come together
   * @param oneByOne another's, whose papers come one by one
   */
  record Bill(
      List<List<StoreCall>> winners,
      List<List<StoreCall>> asked,
      List<StoreCall> shed,
      List<Life.Step> together,
      List<Life.Step> oneByOne) {}

  Bill run() {
    Office office = booking.offices().all().getFirst();
    SessionId session = sessions.opens(office, seats, Samples.NOW);
    HoldSeat hold = booking.holdSeat();
    List<List<StoreCall>> winners = new ArrayList<>();
    for (int i = 0; i < seats; i++) {
      winners.add(asks(hold, session, "cw" + i));
    }
    List<List<StoreCall>> asked = new ArrayList<>();
    for (int i = 0; i < SoldOutFromMemory.CROWD; i++) {
      asked.add(asks(hold, session, "ca" + i));
    }
    List<StoreCall> shed = asks(hold, session, "cs");
    SessionId another = sessions.opens(office, seats, Samples.NOW);
    return new Bill(
        winners,
        asked,
        shed,
        Life.atOnce(store, booking, another),
        Life.oneByOne(store, booking, another));
  }

  private List<StoreCall> asks(HoldSeat hold, SessionId session, String name) {
    Application who = Samples.ready(name);
    store.saves().create(who);
    return store.meter().on(() -> hold.hold(who.id(), session, owner(who), null)).calls();
  }

  private static Actor.Applicant owner(Application who) {
    return new Actor.Applicant(who.account());
  }
}

package id.antrean.bench;

import id.antrean.domain.Actor;
import id.antrean.domain.application.Application;
import id.antrean.domain.application.Change;
import id.antrean.domain.application.Outcome;
import id.antrean.domain.application.Status;
import id.antrean.domain.document.ContentType;
import id.antrean.domain.document.Document;
import id.antrean.domain.document.DocumentId;
import id.antrean.domain.document.Paper;
import id.antrean.domain.office.Office;
import id.antrean.domain.office.SessionId;
import id.antrean.domain.seat.HoldSeat;
import id.antrean.domain.seat.SoldOutFromMemory;
import id.antrean.memory.Samples;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/** What each step costs, walked by one after another, in capacity units as the store reports. */
record Costs(Store store, Booking booking, Sessions sessions, int seats) {

  private static final Actor UPLOADS = new Actor.Service("uploads");

  /**
   * The calls of every kind of contender, and of an application's whole life.
   *
   * @param winners of one session, first to last
   * @param asked losers whom the store refused
   * @param shed a loser whom a crowd came before
   */
  record Bill(
      List<List<StoreCall>> winners,
      List<List<StoreCall>> asked,
      List<StoreCall> shed,
      List<StoreCall> application) {}

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
    return new Bill(winners, asked, asks(hold, session, "cs"), wholeLife(office));
  }

  private List<StoreCall> asks(HoldSeat hold, SessionId session, String name) {
    Application who = Samples.ready(name);
    store.saves().create(who);
    return store.meter().on(() -> hold.hold(who.id(), session, owner(who), null)).calls();
  }

  private List<StoreCall> wholeLife(Office office) {
    SessionId session = sessions.opens(office, seats, Samples.NOW);
    return store.meter().on(() -> live(Samples.draft("life"), session)).calls();
  }

  /** Registered, all papers declared and verified, a seat held, paid. */
  private Status live(Application draft, SessionId session) {
    store.saves().create(draft);
    for (Paper paper : draft.dossier().papers()) {
      Document file =
          new Document(
              new DocumentId(paper.kind().name()),
              paper.kind(),
              ContentType.JPEG,
              200_000,
              "0".repeat(64),
              Document.State.AWAITING_UPLOAD,
              null,
              Samples.NOW);
      change(draft, it -> it.declare(file, owner(draft), Samples.NOW));
      change(draft, it -> it.verified(file, UPLOADS, Samples.NOW));
    }
    Outcome<Application> held = booking.holdSeat().hold(draft.id(), session, owner(draft), null);
    if (!(held instanceof Outcome.Done<Application>(Application bound))) {
      throw new IllegalStateException("no seat in an empty session: " + held);
    }
    Payment.of(bound).receivedBy(booking.receivePayment());
    return store.applications().find(draft.id()).orElseThrow().status();
  }

  private void change(Application who, UnaryOperator<Application> step) {
    Application before = store.applications().find(who.id()).orElseThrow();
    store.saves().save(Change.of(before, step.apply(before)));
  }

  private static Actor.Applicant owner(Application who) {
    return new Actor.Applicant(who.account());
  }
}

package id.antrean.bench;

import id.antrean.domain.Actor;
import id.antrean.domain.application.Application;
import id.antrean.domain.application.Change;
import id.antrean.domain.application.Outcome;
import id.antrean.domain.document.ContentType;
import id.antrean.domain.document.Document;
import id.antrean.domain.document.DocumentId;
import id.antrean.domain.document.InspectedFile;
import id.antrean.domain.document.Paper;
import id.antrean.domain.office.Office;
import id.antrean.domain.office.SessionId;
import id.antrean.domain.payment.StoredNotification;
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
   * @param application step by step
   */
  record Bill(
      List<List<StoreCall>> winners,
      List<List<StoreCall>> asked,
      List<StoreCall> shed,
      List<Step> application) {}

  /**
   * A step in an application's life.
   *
   * @param key its name in the baseline
   * @param what it is, for people
   */
  record Step(String key, String what, List<StoreCall> calls) {}

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

  /** Registered, all papers declared at once and verified at once, a seat held, paid. */
  private List<Step> wholeLife(Office office) {
    SessionId session = sessions.opens(office, seats, Samples.NOW);
    Application draft = Samples.draft("life");
    List<Document> files = draft.dossier().papers().stream().map(Costs::file).toList();
    List<Step> steps = new ArrayList<>();
    steps.add(step("register", "register", () -> store.saves().create(draft)));
    steps.add(
        step(
            "declare",
            "declare %d papers at once".formatted(files.size()),
            () -> change(draft, it -> it.declare(files, owner(draft), Samples.NOW))));
    steps.add(
        step(
            "verify",
            "verify them, which came together",
            () -> change(draft, it -> it.inspected(sound(files), UPLOADS, Samples.NOW))));
    Meter.Metered<Application> held = store.meter().on(() -> held(draft, session));
    steps.add(new Step("hold", "hold a seat", held.calls()));
    steps.add(step("pay", "pay", () -> pays(held.answer())));
    return steps;
  }

  private Step step(String key, String what, Runnable work) {
    return new Step(key, what, store.meter().on(() -> done(work)).calls());
  }

  private static boolean done(Runnable work) {
    work.run();
    return true;
  }

  private static List<InspectedFile> sound(List<Document> files) {
    return files.stream().map(file -> new InspectedFile(file, null)).toList();
  }

  private static Document file(Paper paper) {
    return new Document(
        new DocumentId((paper.kind().name() + "_".repeat(16)).substring(0, 16)),
        paper.kind(),
        ContentType.JPEG,
        200_000,
        "0".repeat(43) + "=",
        Document.State.AWAITING_UPLOAD,
        null,
        Samples.NOW);
  }

  private Application held(Application draft, SessionId session) {
    Outcome<Application> held = booking.holdSeat().hold(draft.id(), session, owner(draft), null);
    if (!(held instanceof Outcome.Done<Application>(Application bound))) {
      throw new IllegalStateException("no seat in an empty session: " + held);
    }
    return bound;
  }

  private void pays(Application bound) {
    StoredNotification received = Payment.of(bound).receivedBy(booking.receivePayment());
    if (received.state() != StoredNotification.State.SETTLED) {
      throw new IllegalStateException("its money settled nothing: " + received.state());
    }
  }

  private void change(Application who, UnaryOperator<Application> step) {
    Application before = store.applications().find(who.id()).orElseThrow();
    store.saves().save(Change.of(before, step.apply(before)));
  }

  private static Actor.Applicant owner(Application who) {
    return new Actor.Applicant(who.account());
  }
}

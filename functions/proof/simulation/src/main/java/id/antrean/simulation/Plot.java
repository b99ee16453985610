package id.antrean.simulation;

import id.antrean.domain.Actor.Applicant;
import id.antrean.domain.ApplicationId;
import id.antrean.domain.application.Application;
import id.antrean.domain.application.Timeline;
import id.antrean.domain.document.ContentType;
import id.antrean.domain.document.Document;
import id.antrean.domain.document.DocumentId;
import id.antrean.domain.document.DocumentKind;
import id.antrean.domain.office.Lane;
import id.antrean.domain.office.SessionId;
import id.antrean.domain.payment.Bill;
import id.antrean.memory.Samples;
import id.antrean.memory.World;
import id.antrean.simulation.Cast.OutsideEvent;
import id.antrean.simulation.Device.Wish;
import id.antrean.uploads.VerifyUpload.Arrived;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;

/** Makes up a small world and who wants what in it. Small worlds collide often. */
final class Plot {
  static final SessionId EIGHT = Samples.sessionId("08:00", Lane.REGULAR);
  static final SessionId NINE = Samples.sessionId("09:00", Lane.REGULAR);
  static final SessionId EXPRESS = Samples.sessionId("08:00", Lane.EXPRESS);
  static final List<SessionId> SESSIONS = List.of(EIGHT, NINE, EXPRESS);
  static final SessionId WALK_INS = Samples.sessionId("08:00", Lane.WALK_IN);
  static final List<SessionId> EVERY_SESSION = List.of(EIGHT, NINE, EXPRESS, WALK_INS);

  private static final List<String> NAMES = List.of("siti", "budi", "ayu", "joko");
  private static final String NOBODYS_BILL = "899999999999999";
  private static final SessionId LONG_AGO =
      new SessionId(
          Samples.CILEGON.id(), LocalDate.of(2026, 10, 1), LocalTime.of(8, 0), Lane.REGULAR);
  private static final DocumentId LATE_PAPER = new DocumentId("late-paper");
  private static final Map<String, Application> READY = new ConcurrentHashMap<>();
  private static final Map<Application, Application> AGED = new ConcurrentHashMap<>();

  private final Stage stage;
  private final World world;
  private final Functions functions;
  private final Choices choices;

  private Plot(Stage stage, Choices choices) {
    this.stage = stage;
    this.world = stage.world();
    this.functions = stage.functions();
    this.choices = choices;
  }

  /** A world by chance. */
  static Schedule byChance(Choices choices, Mutant mutant, Story story, long seed) {
    Stage stage =
        new Stage(
            new Interleaving(story, false),
            story,
            mutant,
            choices.number(3) == 0,
            choices.number(2),
            seed);
    return new Plot(stage, choices).schedule();
  }

  private Schedule schedule() {
    world.has(Samples.session(EIGHT, 1 + choices.number(2)));
    world.has(Samples.session(NINE, 1 + choices.number(2)));
    world.has(Samples.session(EXPRESS, choices.number(3)));
    world.has(Samples.session(WALK_INS, 1));
    int people = 2 + choices.number(3);
    for (int i = 0; i < people; i++) {
      applicant(NAMES.get(i));
    }
    if (choices.number(4) == 0) {
      visitorOfLongAgo();
    }
    OfficePlot office = new OfficePlot(stage, choices);
    if (choices.number(4) == 0) {
      office.registersAtItsDesk();
    }
    if (choices.number(3) == 0) {
      office.looksAtPapers();
    }
    if (choices.number(5) == 0) {
      office.changesItsWeek();
    }
    if (choices.number(3) == 0) {
      new CounterPlot(stage, choices).opensTheCounter();
    }
    if (choices.number(4) == 0) {
      office.closes();
    }
    office.reopens();
    stage.may(new OutsideEvent(1 + choices.number(3), this::pay));
    office.setsTheDay();
    sweeps();
    int losses = choices.number(5) == 0 ? 1 + choices.number(2) : 0;
    return stage.schedule(choices.number(3), losses, temper(choices));
  }

  private static Temper temper(Choices choices) {
    return new Temper(
        choices.number(5),
        choices.number(2) * choices.number(80),
        10 + choices.number(30),
        1 + choices.number(4),
        2 + choices.number(20),
        1 + choices.number(6),
        1 + choices.number(12),
        false,
        1 + choices.number(8));
  }

  // ---- People ----

  private void applicant(String name) {
    String account = choices.number(3) == 0 ? NAMES.getFirst() : name;
    String person = choices.number(4) == 0 ? NAMES.getFirst() : name;
    Application young = ready(name, account, person);
    Application application = choices.number(4) == 0 ? aged(young) : young;
    boolean paperMissing = choices.number(6) == 0;
    world.has(paperMissing ? withLatePaper(application) : application);
    int devices = choices.number(3) == 0 ? 2 : 1;
    for (int i = 0; i < devices; i++) {
      stage.enters(device(name, i, application));
    }
    if (paperMissing) {
      stage.enters(
          new Errand(
              "upload queue: " + name,
              2,
              () ->
                  functions
                      .verify()
                      .verify(application.id(), List.of(new Arrived(LATE_PAPER, 1)))));
    }
  }

  private Device device(String name, int index, Application application) {
    List<Wish> wishes =
        IntStream.rangeClosed(0, choices.number(3))
            .mapToObj(wish -> wish(application.id(), application.account(), index))
            .toList();
    return new Device(name + "'s phone " + (index + 1), choices.number(3) == 0, 3, wishes);
  }

  private Wish wish(ApplicationId id, String account, int process) {
    return switch (choices.number(12)) {
      case 0, 1 -> stage.giveBack(id, account);
      case 2 -> stage.cancel(id, account);
      case 3 ->
          new Wish(
              "take a paper back",
              () ->
                  functions
                      .remove()
                      .remove(id, new DocumentId("IDENTITY_CARD"), new Applicant(account), null));
      case 4 -> stage.hold(id, account, choices.number(4) == 0 ? WALK_INS : EIGHT, process);
      case 5 -> stage.codeFor(id, account, choices.number(Stage.OFFERS.size()));
      case 6 -> choices.number(2) == 0 ? stage.hasPaid(id, account) : stage.codeFor(id, account, 0);
      default -> stage.hold(id, account, SESSIONS.get(choices.number(SESSIONS.size())), process);
    };
  }

  /**
   * Somebody had a visit weeks ago of which nobody said how it went, and is one of the people who
   * apply now; their own phone is still there.
   */
  private void visitorOfLongAgo() {
    Application visited =
        Samples.confirmed(ready("lama", "lama", NAMES.getFirst()), Samples.session(LONG_AGO, 1));
    world.has(
        Samples.session(LONG_AGO, 1)
            .seating(Set.of(visited.booking().seat().orElseThrow().hold()), null));
    world.has(visited);
    stage.enters(device("lama", 0, visited));
  }

  static Application ready(String name, String account, String person) {
    return READY.computeIfAbsent(
        name + "/" + account + "/" + person, key -> Samples.ready(name, account, person));
  }

  /** As many things have happened to it as an application can have on it. */
  private static Application aged(Application application) {
    return AGED.computeIfAbsent(
        application,
        young -> {
          Application older = young;
          while (older.timeline().recent().size() < Timeline.MOST) {
            older =
                older.identified(
                    older.dossier().identity(), Samples.account(older.account()), Samples.NOW);
          }
          return older;
        });
  }

  private static Application withLatePaper(Application application) {
    DocumentKind kind = application.dossier().papers().getFirst().kind();
    Document late =
        new Document(
            LATE_PAPER,
            kind,
            ContentType.JPEG,
            1,
            Bucket.SHA256,
            Document.State.AWAITING_UPLOAD,
            null,
            Samples.NOW);
    return application.declare(late, Samples.account(application.account()), Samples.NOW);
  }

  // ---- Money, sweeps ----

  /** Somebody pays one of the bills there are, sometimes wrongly, or gives it up. */
  private boolean pay() {
    List<Bill> bills =
        world.applications.all().stream().flatMap(it -> it.booking().bills().stream()).toList();
    if (bills.isEmpty()) {
      return false;
    }
    Sender bank = stage.senders().bank();
    Sender shop = stage.senders().shop();
    Bill bill = bills.get(choices.number(bills.size()));
    String code = bill.code().value();
    switch (choices.number(12)) {
      case 0 -> bank.takes(code, bill.amount() + 1, false);
      case 1 -> bank.fails(code, bill.amount());
      case 2 -> bank.takes(NOBODYS_BILL, bill.amount(), false);
      case 3 -> {
        return (choices.number(2) == 0 ? bank : shop).givesBack(choices);
      }
      case 4, 5, 6 -> {
        return shop.takesByCode(choices);
      }
      case 7 -> bank.takesAndForgetsToTell(code, bill.amount());
      default -> bank.takes(code, bill.amount(), choices.number(3) == 0);
    }
    return true;
  }

  private void sweeps() {
    stage.enters(new Errand("orphan sweep", choices.number(2), () -> functions.orphans().run()));
    stage.enters(new Errand("overdue sweep", choices.number(2), () -> functions.overdue().run()));
    stage.enters(new Errand("payment sweep", choices.number(2), () -> functions.settle().sweep()));
    stage.enters(
        new Errand("reconcile", choices.number(2), () -> functions.reconcile().untilNow()));
  }
}

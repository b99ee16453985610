package id.antrean.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import id.antrean.acceptance.people.Aggregator;
import id.antrean.acceptance.people.Applicant;
import id.antrean.acceptance.people.MoneyDesk;
import id.antrean.acceptance.people.Officer;
import id.antrean.acceptance.people.OpenSession;
import id.antrean.acceptance.people.PassportApplication;
import id.antrean.acceptance.people.SnapBank;
import id.antrean.acceptance.people.Visitor;
import id.antrean.acceptance.stack.Ability;
import id.antrean.acceptance.stack.Api;
import id.antrean.acceptance.stack.RunningStack;
import id.antrean.acceptance.stack.Sandbox;
import id.antrean.acceptance.stack.Soon;
import id.antrean.acceptance.stack.Store;
import id.antrean.acceptance.stack.Terms;
import io.restassured.path.json.JsonPath;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;

/** The stack under test and everybody who meets there. */
final class Stack {
  private static final List<String> OFFICES = List.of("CLG", "DPS", "JAP");
  private static final int FIRST_DAY_AHEAD = 20;
  private static final int DAYS_AHEAD = 99;

  /** What queues, timers and a busy machine add where time is not moved. */
  private static final Duration EVERY_NET = Duration.ofMinutes(3);

  private final RunningStack running;
  private final AtomicInteger opened = new AtomicInteger();

  Stack(RunningStack running) {
    this.running = running;
  }

  Api api() {
    return running.api();
  }

  Sandbox sandbox() {
    return running.sandbox();
  }

  /** What lies in its tables; only of a stack with {@link Ability#TABLES}. */
  Store store() {
    return running.store();
  }

  /** A new account, unlike any other of this name. */
  Applicant applicant(String name) {
    return new Applicant(
        api(),
        sandbox().token(name + "-" + UUID.randomUUID().toString().substring(0, 8), "applicant"));
  }

  /** Somebody new with every paper verified. */
  PassportApplication readyApplication() {
    return applicant("siti").isReady();
  }

  /** Somebody new with a seat in that session that is paid for. */
  PassportApplication confirmed(OpenSession session) {
    return confirms(readyApplication(), session);
  }

  /** The application, once its seat in that session is paid for. */
  PassportApplication confirms(PassportApplication application, OpenSession session) {
    String code = application.holds(session).getString("bill.billingCode");
    assertThat(standard().takesPayment(code)).containsExactly(200);
    application.isSoon("CONFIRMED");
    return application;
  }

  Officer officer(String office) {
    return desk("budi", "officer", office);
  }

  Officer supervisor(String office) {
    return desk("ratna", "supervisor", office);
  }

  Officer auditor(String office) {
    return new Officer(api(), sandbox().token("agus", "auditor"), office);
  }

  Visitor visitor() {
    return new Visitor(api());
  }

  Aggregator standard() {
    return new Aggregator(api(), sandbox(), "standard");
  }

  /** Whichever sender of the sandbox. */
  Aggregator sender(String name) {
    return new Aggregator(api(), sandbox(), name);
  }

  /** The sandbox's bank, whose requests are signed here. */
  SnapBank bank() {
    return new SnapBank(api(), sandbox());
  }

  Aggregator midtrans() {
    return new Aggregator(api(), sandbox(), "midtrans");
  }

  /** A session of a day of its own, some weeks ahead, that has just been opened. */
  OpenSession opens(int quota) {
    OpenSession session = plans(quota);
    officer(session.office()).sets(session);
    return session;
  }

  /**
   * A session that nobody has opened yet, on a day of its own and at a minute that is unlikely to
   * be anybody's.
   */
  OpenSession plans(int quota) {
    int turn = opened.getAndIncrement();
    String office = OFFICES.get(turn % OFFICES.size());
    LocalDate date = today().plusDays(FIRST_DAY_AHEAD + turn / OFFICES.size() % DAYS_AHEAD);
    ThreadLocalRandom random = ThreadLocalRandom.current();
    String start = "%02d:%02d".formatted(random.nextInt(7, 16), random.nextInt(60));
    return new OpenSession(office, date, start, "REGULAR", quota);
  }

  /** Another session of the same day, in another lane, both open. */
  OpenSession alsoOpens(OpenSession first, String lane, int quota) {
    OpenSession second = new OpenSession(first.office(), first.date(), first.start(), lane, quota);
    officer(first.office()).sets(first, second);
    return second;
  }

  /**
   * How many seats of the session are taken, be they anybody's or nobody's: as they lie in the
   * table. Where that cannot be read, how many people its officer sees, among whom nobody is seen
   * who claimed a seat and never got it.
   */
  int taken(OpenSession session) {
    return Ability.TABLES.isHere()
        ? new Census(store()).seats(session)
        : officer(session.office()).taken(session);
  }

  /** Lets the deadline and the grace of its unpaid hold pass, and waits until it is given up. */
  void letUnpaidHoldExpire(PassportApplication application) {
    if (Ability.MOVABLE_CLOCK.isHere()) {
      sandbox().letPass(Terms.HERE.deadlineAndGrace().plusMinutes(1));
      application.isSoon("READY");
    } else {
      Soon.within(
          Terms.HERE.deadlineAndGrace().plus(EVERY_NET),
          () -> assertThat(application.status()).isEqualTo("READY"));
    }
  }

  /**
   * Lets the deadline and the grace of whatever is unpaid pass; only where the clock can be moved.
   */
  void letDeadlinePass() {
    sandbox().letPass(Terms.HERE.deadlineAndGrace().plusMinutes(1));
  }

  /** Lets whatever was armed until now arrive; only where the clock can be moved. */
  void letArmedMessagesArrive() {
    sandbox().letPass(Duration.ofMinutes(16));
  }

  /** A supervisor's place, for money. */
  MoneyDesk moneyDesk(String name, String office) {
    return new MoneyDesk(
        api(),
        sandbox().token(name, "supervisor", office),
        "/offices/" + office + "/payments/exceptions");
  }

  MoneyDesk auditingDesk() {
    return new MoneyDesk(api(), sandbox().token("agus", "auditor"), "/payments/exceptions");
  }

  String otherOffice(String office) {
    return OFFICES.stream().filter(it -> !it.equals(office)).findFirst().orElseThrow();
  }

  /** Everything that was changed of an office yesterday, today and tomorrow, oldest first. */
  List<Map<String, Object>> history(String office) {
    Officer auditor = auditor(office);
    List<Map<String, Object>> changes = new ArrayList<>();
    String cursor = null;
    do {
      Map<String, ?> place = cursor == null ? Map.of() : Map.of("cursor", cursor);
      JsonPath page =
          auditor.triesToSeeHistory(today().minusDays(1), today().plusDays(1), place).accepted();
      changes.addAll(page.<Map<String, Object>>getList("items"));
      cursor = page.getString("nextCursor");
    } while (cursor != null);
    return changes;
  }

  LocalDate today() {
    return sandbox().now().atZoneSameInstant(ZoneId.of("Asia/Jakarta")).toLocalDate();
  }

  private Officer desk(String name, String role, String office) {
    return new Officer(api(), sandbox().token(name, role, office), office);
  }
}

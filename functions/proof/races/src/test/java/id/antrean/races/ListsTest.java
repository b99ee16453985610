package id.antrean.races;

import static id.antrean.memory.Samples.CILEGON;
import static id.antrean.memory.Samples.NOW;
import static id.antrean.memory.Samples.account;
import static id.antrean.memory.Samples.draft;
import static id.antrean.memory.Samples.ready;
import static id.antrean.memory.Samples.session;
import static id.antrean.memory.Samples.sessionId;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.antrean.domain.Actor;
import id.antrean.domain.OfficeId;
import id.antrean.domain.applicant.Identity;
import id.antrean.domain.applicant.IdentityVerdict;
import id.antrean.domain.application.Application;
import id.antrean.domain.application.Appointment;
import id.antrean.domain.application.Change;
import id.antrean.domain.application.FindApplication;
import id.antrean.domain.application.FindAppointments;
import id.antrean.domain.application.Status;
import id.antrean.domain.booking.BookingState.CheckedIn;
import id.antrean.domain.booking.BookingState.Confirmed;
import id.antrean.domain.booking.Seat;
import id.antrean.domain.office.HoldId;
import id.antrean.domain.office.Lane;
import id.antrean.domain.office.Session;
import id.antrean.domain.office.SessionId;
import id.antrean.domain.payment.Bill;
import id.antrean.domain.payment.BillingCode;
import id.antrean.domain.payment.Tariffs;
import id.antrean.memory.Samples;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** The lists, as they are read from indexes that hold no more than they show. */
@ExtendWith(RealStore.class)
class ListsTest {
  private static final Session EIGHT = session(CILEGON, sessionId("08:00", Lane.REGULAR), 300);
  private static final Session NINE = session(CILEGON, sessionId("09:00", Lane.REGULAR), 300);
  private static final Actor SERVICE = new Actor.Service("identity");

  private final Tables tables;

  ListsTest(Tables tables) {
    this.tables = tables;
  }

  private Application stored(Application application) {
    tables.put(application);
    return application;
  }

  private static Application held(Application ready, Session session) {
    return ready.hold(
        new Seat(
            session.id(),
            new HoldId(ready.id(), ready.version()),
            session.startsAt(),
            session.endsAt(),
            session.zone()),
        NOW.plus(Duration.ofHours(2)),
        account(ready.account()),
        NOW);
  }

  private void becomes(Application before, Application after) {
    tables.saves().save(Change.of(before, after));
  }

  private List<Appointment> onTheDay() {
    SessionId eight = EIGHT.id();
    return tables.appointments().onDay(eight.office(), eight.date(), 100, null).items();
  }

  /** As items were before the day's list had an attribute of its own. */
  private void forgetWhatTheListShows(Application application) {
    tables
        .dynamo()
        .updateItem(
            update ->
                update
                    .tableName(tables.applicationsName())
                    .key(
                        Map.of(
                            "id", AttributeValue.fromS(application.id().value()),
                            "part", AttributeValue.fromS("main")))
                    .updateExpression("REMOVE appointment"));
  }

  @Test
  void anAccountsListIsOfWholeApplicationsNewestFirst() {
    List<Application> all =
        IntStream.range(0, 7)
            .mapToObj(i -> stored(made(draft("a" + i, "siti"), Duration.ofMinutes(i))))
            .toList();
    stored(draft("other", "budi"));

    assertThat(pages("siti", 3)).isEqualTo(all.reversed());
    assertThat(pages("nobody", 3)).isEmpty();
  }

  @Test
  void aPageOfTheMostThereMayBeIsReadAtOnce() {
    List<Application> all =
        IntStream.range(0, 101)
            .mapToObj(
                i -> stored(made(draft(String.format("b%03d", i), "budi"), Duration.ofMinutes(i))))
            .toList();

    FindApplication.Page page = tables.applications().ofAccount("budi", 100, null);

    assertThat(page.items()).isEqualTo(all.reversed().subList(0, 100));
    assertThat(page.nextCursor()).isNotNull();
  }

  @Test
  void anAccountsListShowsEachAsItStandsNow() {
    Application before = stored(draft("siti"));
    Application after = before.identified(Identity.pending(), SERVICE, NOW);
    becomes(before, after);

    assertThat(tables.applications().ofAccount("siti", 10, null).items()).containsExactly(after);
  }

  @Test
  void aCursorThatIsNotOursIsTold() {
    assertThatThrownBy(() -> tables.applications().ofAccount("siti", 10, "nonsense"))
        .isInstanceOf(FindApplication.BadCursor.class);
  }

  @Test
  void aDaysListShowsWhoComesToWhatAndHowFarTheyAre() {
    Application nine = stored(held(ready("siti"), NINE));
    Application eight = stored(held(ready("budi"), EIGHT));
    stored(ready("ani"));

    assertThat(onTheDay())
        .containsExactly(Appointment.of(eight).orElseThrow(), Appointment.of(nine).orElseThrow());
  }

  @Test
  void aDaysListIsReadPageByPage() {
    List<Appointment> all =
        IntStream.range(0, 5)
            .mapToObj(i -> stored(held(ready("p" + i), EIGHT)))
            .map(it -> Appointment.of(it).orElseThrow())
            .toList();
    OfficeId office = EIGHT.id().office();

    List<Appointment> found = new ArrayList<>();
    @Nullable String cursor = null;
    do {
      FindAppointments.Page page =
          tables.appointments().onDay(office, EIGHT.id().date(), 2, cursor);
      found.addAll(page.items());
      cursor = page.nextCursor();
    } while (cursor != null);

    assertThat(found).isEqualTo(all);
  }

  @Test
  void aDaysListFollowsWhatBecomesOfAnAppointment() {
    Application held = stored(held(ready("siti"), EIGHT));
    Application checked =
        held.identified(new Identity(IdentityVerdict.DIFFERS, List.of("name"), NOW), SERVICE, NOW);
    becomes(held, checked);

    assertThat(onTheDay()).containsExactly(Appointment.of(checked).orElseThrow());

    becomes(checked, Samples.givenBack(checked, account("siti"), NOW));
    assertThat(onTheDay()).isEmpty();
  }

  @Test
  void aDaysListKeepsWhoCameAndWhoDidNotWithWhatBecameOfThem() {
    Application siti = stored(confirmed(held(ready("siti"), EIGHT)));
    Application budi = stored(confirmed(held(ready("budi"), EIGHT)));
    Application ani = stored(confirmed(held(ready("ani"), NINE)));
    Application eko = stored(confirmed(held(ready("eko"), NINE)));

    Application came = siti.checkIn((Confirmed) siti.booking().state(), SERVICE, NOW);
    becomes(siti, came);
    Application served =
        came.complete((CheckedIn) came.booking().state(), Duration.ofMinutes(9), SERVICE, NOW);
    becomes(came, served);
    Application missing = budi.missVisit((Confirmed) budi.booking().state(), SERVICE, NOW);
    becomes(budi, missing);
    Application here = ani.checkIn((Confirmed) ani.booking().state(), SERVICE, NOW);
    becomes(ani, here);
    Application arrived = eko.checkIn((Confirmed) eko.booking().state(), SERVICE, NOW);
    becomes(eko, arrived);
    becomes(
        arrived,
        arrived.comeAgain(
            (CheckedIn) arrived.booking().state(), "the camera is broken", null, SERVICE, NOW));

    assertThat(onTheDay())
        .extracting(Appointment::status)
        .containsExactlyInAnyOrder(Status.COMPLETED, Status.NO_SHOW, Status.CHECKED_IN);
    assertThat(onTheDay())
        .containsExactlyInAnyOrder(
            Appointment.of(served).orElseThrow(),
            Appointment.of(missing).orElseThrow(),
            Appointment.of(here).orElseThrow());
    assertThat(tables.appointments().paidIn(EIGHT.id()))
        .containsExactlyInAnyOrder(served.id(), missing.id());
    assertThat(tables.applications().find(siti.id())).contains(served);
    assertThat(tables.applications().find(budi.id())).contains(missing);
  }

  @Test
  void whatAFormerVersionWroteIsListedAsWell() {
    Application siti = stored(held(ready("siti"), EIGHT));
    Application budi = stored(held(ready("budi"), EIGHT));
    forgetWhatTheListShows(siti);

    assertThat(onTheDay())
        .containsExactly(Appointment.of(budi).orElseThrow(), Appointment.of(siti).orElseThrow());
  }

  @Test
  void theNextWriteSaysWhatTheListShows() {
    Application siti = stored(held(ready("siti"), EIGHT));
    forgetWhatTheListShows(siti);

    becomes(siti, siti.fence());

    assertThat(tables.all("applications"))
        .singleElement()
        .satisfies(item -> assertThat(item).containsKey("appointment"));
  }

  @Test
  void thoseWhoHavePaidInASessionAreToldFromThoseWhoHaveNot() {
    stored(held(ready("siti"), EIGHT));
    Application paid = stored(confirmed(held(ready("budi"), EIGHT)));
    stored(confirmed(held(ready("ani"), NINE)));

    assertThat(tables.appointments().paidIn(EIGHT.id())).containsExactly(paid.id());
  }

  /** The list has a name and the end of a number; the rest of a person is not copied. */
  @Test
  void noIndexHoldsWhatAPersonIs() {
    stored(held(ready("siti"), EIGHT));

    for (String index : List.of("applicationsOfAccount", "appointments", "unpaidHolds")) {
      assertThat(
              tables
                  .dynamo()
                  .scan(scan -> scan.tableName(tables.applicationsName()).indexName(index))
                  .items())
          .singleElement()
          .satisfies(row -> assertThat(row).doesNotContainKeys("applicant", "documents", "bills"));
    }
  }

  private static Application confirmed(Application held) {
    Bill bill =
        Bill.issue(
            new BillingCode("800000000000001"),
            Tariffs.fee(held.dossier().passport(), Lane.REGULAR, NOW),
            NOW);
    return held.billed(bill)
        .pay(bill, new Bill.Payment("bank", "p1", null, NOW, null), true, SERVICE, NOW);
  }

  private static Application made(Application like, Duration later) {
    return Application.register(
        like.id(),
        account(like.account()),
        like.dossier().passport(),
        like.dossier().applicant(),
        like.dossier().identity(),
        NOW.plus(later),
        null);
  }

  private List<Application> pages(String account, int limit) {
    List<Application> all = new ArrayList<>();
    @Nullable String cursor = null;
    do {
      FindApplication.Page page = tables.applications().ofAccount(account, limit, cursor);
      all.addAll(page.items());
      cursor = page.nextCursor();
    } while (cursor != null);
    return all;
  }
}

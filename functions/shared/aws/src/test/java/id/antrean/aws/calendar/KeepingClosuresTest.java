package id.antrean.aws.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import id.antrean.aws.EmbeddedTables;
import id.antrean.domain.CurrentRequest;
import id.antrean.domain.OfficeId;
import id.antrean.domain.office.Closure;
import id.antrean.domain.office.ClosureId;
import id.antrean.domain.office.Lane;
import id.antrean.domain.office.OfficeChange;
import id.antrean.domain.office.OfficeChange.Kind;
import id.antrean.domain.office.SessionId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** Each test has an office of its own. */
class KeepingClosuresTest {
  private static final String TABLE = "sessions";
  private static final Instant NOW = Instant.parse("2026-11-23T02:00:00.123Z");
  private static final Instant LATER = NOW.plusSeconds(60);

  private static final EmbeddedTables TABLES =
      new EmbeddedTables().with(TABLE, "officeMonth", "slot");

  private final DynamoClosures closures = new DynamoClosures(TABLES.dynamo(), TABLE);
  private final DynamoHistory history = new DynamoHistory(TABLES.dynamo(), TABLE);
  private final ClosureIds ids = new ClosureIds();

  @AfterAll
  static void stop() {
    TABLES.close();
  }

  private Closure closure(String office, String from, String to) {
    return closure(ids.unguessable(LocalDate.parse(to)), office, from, to, null);
  }

  private static Closure closure(
      ClosureId id, String office, String from, String to, @Nullable String digest) {
    return new Closure(
        id,
        new OfficeId(office),
        LocalDate.parse(from),
        LocalDate.parse(to),
        null,
        null,
        "Banjir di kantor",
        NOW,
        "sri",
        digest,
        false);
  }

  private static OfficeChange closing(Closure closure) {
    return change(closure, Kind.CLOSURE, NOW, "sri");
  }

  private static OfficeChange takingBack(Closure closure) {
    return change(closure, Kind.CLOSURE_TAKEN_BACK, LATER, "tuti");
  }

  private static OfficeChange change(Closure closure, Kind kind, Instant at, String name) {
    return new OfficeChange(
        closure.office(), at, "supervisor", name, kind, null, List.of("was"), List.of("is"));
  }

  private List<OfficeChange> history(String office) {
    return history.find(new OfficeId(office), NOW, LATER.plusSeconds(60), 100, null).items();
  }

  @Test
  void aClosureIsFoundAsItWasKept() {
    Closure all = closure("FOUND", "2026-12-07", "2026-12-09");
    Closure lane =
        new Closure(
            ids.forKey(LocalDate.of(2026, 12, 8), "a".repeat(64)),
            all.office(),
            LocalDate.of(2026, 12, 8),
            LocalDate.of(2026, 12, 8),
            Lane.EXPRESS,
            null,
            "Mesin rusak",
            LATER,
            "tuti",
            "digest",
            false);
    Closure session =
        new Closure(
            ids.unguessable(LocalDate.of(2026, 12, 8)),
            all.office(),
            LocalDate.of(2026, 12, 8),
            LocalDate.of(2026, 12, 8),
            null,
            SessionId.parse("FOUND.2026-12-08.0800.REGULAR").orElseThrow(),
            "Petugas sakit",
            LATER,
            "tuti",
            null,
            false);

    for (Closure closure : List.of(all, lane, session)) {
      assertThat(closures.keep(closure, closing(closure))).isTrue();
    }

    for (Closure closure : List.of(all, lane, session)) {
      assertThat(closures.find(all.office(), closure.id())).contains(closure);
    }
    assertThat(closures.find(new OfficeId("OTHER"), all.id())).isEmpty();
    assertThat(closures.find(all.office(), ids.unguessable(all.to()))).isEmpty();
  }

  @Test
  void aClosureWhoseIdIsKnownIsNotKeptAndLeavesNoRecord() {
    Closure first = closure("KNOWN", "2026-12-07", "2026-12-09");
    Closure second = closure(first.id(), "KNOWN", "2026-12-08", "2026-12-09", "other");
    CurrentRequest.during("first", () -> closures.keep(first, closing(first)));

    assertThat(CurrentRequest.during("second", () -> closures.keep(second, closing(second))))
        .isFalse();

    assertThat(closures.find(first.office(), first.id())).contains(first);
    assertThat(history("KNOWN")).containsExactly(closing(first));
  }

  /** As when the answer of the store gets lost and it is asked again. */
  @Test
  void aClosureThatWasKeptAlreadyIsFoundInItsOwnPlace() {
    Closure first = closure("AGAIN", "2026-12-07", "2026-12-09");

    assertThat(closures.keep(first, closing(first))).isTrue();
    assertThat(closures.keep(first, closing(first))).isFalse();
    assertThat(closures.inPlaceOf(first)).contains(first);
  }

  /** Its id is another, since it begins with another day. */
  @Test
  void anotherDayUnderTheSameKeyIsNotClosedAndFindsWhatWas() {
    String key = "b".repeat(64);
    Closure first = keyed(key, "KEYED", "2026-12-09");
    Closure second = keyed(key, "KEYED", "2026-12-10");
    Closure elsewhere = keyed(key, "ELSE", "2026-12-10");

    assertThat(closures.keep(first, closing(first))).isTrue();
    assertThat(closures.keep(second, closing(second))).isFalse();
    assertThat(closures.inPlaceOf(second)).contains(first);
    assertThat(closures.find(first.office(), second.id())).isEmpty();
    assertThat(history("KEYED")).hasSize(1);
    assertThat(closures.endingFrom(first.office(), first.to())).containsExactly(first);
    assertThat(closures.keep(elsewhere, closing(elsewhere))).isTrue();
  }

  private Closure keyed(String key, String office, String to) {
    return closure(ids.forKey(LocalDate.parse(to), key), office, "2026-12-07", to, "digest");
  }

  @Test
  void theSameIdAtAnotherOfficeIsAnotherClosure() {
    Closure here = closure("HERE", "2026-12-07", "2026-12-09");
    Closure there = closure(here.id(), "THERE", "2026-12-09", "2026-12-09", null);

    assertThat(closures.keep(here, closing(here))).isTrue();
    assertThat(closures.keep(there, closing(there))).isTrue();

    assertThat(closures.find(there.office(), there.id())).contains(there);
    assertThat(history("HERE")).containsExactly(closing(here));
  }

  @Test
  void aClosureIsTakenBackOnceWithTheRecordOfIt() {
    Closure closure = closure("BACK", "2026-12-07", "2026-12-09");
    CurrentRequest.during("1", () -> closures.keep(closure, closing(closure)));

    assertThat(CurrentRequest.during("2", () -> closures.takeBack(closure, takingBack(closure))))
        .isTrue();
    assertThat(CurrentRequest.during("3", () -> closures.takeBack(closure, takingBack(closure))))
        .isFalse();

    assertThat(closures.find(closure.office(), closure.id())).contains(closure.takenBack());
    assertThat(history("BACK")).containsExactly(closing(closure), takingBack(closure));
  }

  @Test
  void whatWasNeverClosedIsNotTakenBack() {
    Closure closure = closure("NEVER", "2026-12-07", "2026-12-09");

    assertThat(closures.takeBack(closure, takingBack(closure))).isFalse();

    assertThat(closures.find(closure.office(), closure.id())).isEmpty();
    assertThat(closures.endingFrom(closure.office(), LocalDate.EPOCH)).isEmpty();
    assertThat(history("NEVER")).isEmpty();
  }

  @Test
  void thoseThatAreNotOverAreFoundTakenBackOrNot() {
    Closure past = closure("OVER", "2026-12-01", "2026-12-06");
    Closure today = closure("OVER", "2026-12-01", "2026-12-07");
    Closure lifted = closure("OVER", "2026-12-07", "2026-12-09");
    Closure nextYear = closure("OVER", "2027-01-04", "2027-01-05");
    Closure elsewhere = closure("ELSE", "2026-12-07", "2026-12-09");
    List.of(nextYear, lifted, today, past, elsewhere)
        .forEach(
            it -> CurrentRequest.during(it.id().value(), () -> closures.keep(it, closing(it))));
    closures.takeBack(lifted, takingBack(lifted));

    assertThat(closures.endingFrom(past.office(), LocalDate.of(2026, 12, 7)))
        .containsExactly(today, lifted.takenBack(), nextYear);
    assertThat(closures.endingFrom(past.office(), LocalDate.of(2026, 12, 6))).contains(past);
    assertThat(closures.endingFrom(past.office(), LocalDate.of(2027, 1, 6))).isEmpty();
  }

  @Test
  void ofManyWhoCloseUnderOneKeyAtOnceOneDoes() throws Exception {
    ClosureId id = ids.forKey(LocalDate.of(2026, 12, 9), "b".repeat(64));
    Closure closure = closure(id, "ONCE", "2026-12-07", "2026-12-09", "digest");
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<Boolean>> kept =
          threads.invokeAll(
              IntStream.range(0, 8)
                  .<Callable<Boolean>>mapToObj(
                      i ->
                          () ->
                              CurrentRequest.during(
                                  "request " + i, () -> closures.keep(closure, closing(closure))))
                  .toList());
      assertThat(kept).filteredOn(Future::resultNow).hasSize(1);
    }
    assertThat(history("ONCE")).containsExactly(closing(closure));
  }

  @Test
  void aKeyIsOneClosuresWhateverDayAnotherEndsOn() {
    String key = "c".repeat(64);
    Closure first =
        closure(
            ids.forKey(LocalDate.of(2026, 12, 9), key), "KEY", "2026-12-07", "2026-12-09", "one");
    Closure longer =
        closure(
            ids.forKey(LocalDate.of(2026, 12, 10), key), "KEY", "2026-12-07", "2026-12-10", "two");
    assertThat(closures.inPlaceOf(first)).isEmpty();
    CurrentRequest.during("1", () -> closures.keep(first, closing(first)));

    assertThat(CurrentRequest.during("2", () -> closures.keep(longer, closing(longer)))).isFalse();

    assertThat(closures.inPlaceOf(longer)).contains(first);
    assertThat(closures.find(longer.office(), longer.id())).isEmpty();
    assertThat(history("KEY")).containsExactly(closing(first));
    assertThat(closures.endingFrom(first.office(), LocalDate.EPOCH))
        .as("what a key is kept by is no closure")
        .containsExactly(first);
  }
}

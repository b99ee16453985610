package id.antrean.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import id.antrean.acceptance.people.OpenSession;
import id.antrean.acceptance.people.PassportApplication;
import id.antrean.acceptance.people.Person;
import id.antrean.acceptance.stack.Answer;
import io.restassured.path.json.JsonPath;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Point 9: what happened can be read, by anyone it concerns, in their language. */
@OnAStack
@DisplayName("The timeline")
final class TimelineTest {
  private final Stack stack;

  TimelineTest(Stack stack) {
    this.stack = stack;
  }

  @Test
  void tells_a_whole_life_in_its_order() {
    OpenSession first = stack.opens(1);
    OpenSession second = stack.opens(1);
    PassportApplication application = stack.readyApplication();
    application.holds(first);
    application.holds(second);
    application.givesBack();
    application.holds(first);
    stack.letUnpaidHoldExpire(application);
    application.isSoon("READY");
    application.cancels();

    JsonPath timeline = application.triesToSeeTimeline().accepted();

    assertThat(timeline.getList("items.event", String.class))
        .startsWith("REGISTERED")
        .containsSubsequence(
            "SEAT_HELD", "SEAT_MOVED", "SEAT_GIVEN_BACK", "SEAT_HELD", "HOLD_EXPIRED", "CANCELLED");
    List<OffsetDateTime> times =
        timeline.getList("items.at", String.class).stream().map(OffsetDateTime::parse).toList();
    assertThat(times).isSorted();
  }

  @Test
  void is_written_for_the_reader() {
    PassportApplication application = stack.readyApplication();
    application.holds(stack.opens(1));

    List<String> indonesian = details(application);
    List<String> english = details(application.inEnglish());

    assertThat(english).hasSameSizeAs(indonesian).doesNotContainAnyElementsOf(indonesian);
  }

  @Test
  void calls_a_session_by_its_office_day_and_time() {
    OpenSession session = stack.opens(1);
    PassportApplication application = stack.readyApplication();
    application.holds(session);

    assertThat(details(application).getLast())
        .contains("Kantor Imigrasi", String.valueOf(session.date().getYear()))
        .contains(session.start().replace(':', '.'), "antrean umum")
        .doesNotContain(session.id());
  }

  @Test
  void names_nobody() {
    Person siti = Person.adult("SITI RAHASIA");
    PassportApplication application = stack.applicant("siti").registers(siti);
    application.corrects(Map.of("applicant", Map.of("phone", "+628999999999")));

    Answer timeline = application.triesToSeeTimeline();

    assertThat(timeline.response().asString())
        .doesNotContain(siti.nik(), "RAHASIA", "8999999999", "siti@example.org");
  }

  @Test
  void can_be_read_page_by_page() {
    PassportApplication application = stack.readyApplication();
    List<String> whole = application.events();

    JsonPath first = application.triesToSeeTimeline(Map.of("limit", 2)).accepted();
    JsonPath second =
        application
            .triesToSeeTimeline(Map.of("limit", 2, "cursor", first.getString("nextCursor")))
            .accepted();

    assertThat(first.getList("items.event", String.class)).isEqualTo(whole.subList(0, 2));
    assertThat(second.getList("items.event", String.class)).isEqualTo(whole.subList(2, 4));
  }

  @Test
  void keeps_everything_of_a_long_life() {
    PassportApplication application = stack.applicant("siti").registers(Person.adult());
    List<String> expected = new ArrayList<>(application.events());
    for (int corrections = 0; corrections < 40; corrections++) {
      application.corrects(
          Map.of("applicant", Map.of("phone", "+6281200000%03d".formatted(corrections))));
      expected.add("CORRECTED");
    }

    List<String> read = new ArrayList<>();
    String cursor = null;
    do {
      Map<String, ?> page =
          cursor == null ? Map.of("limit", 13) : Map.of("limit", 13, "cursor", cursor);
      JsonPath timeline = application.triesToSeeTimeline(page).accepted();
      read.addAll(timeline.getList("items.event", String.class));
      cursor = timeline.getString("nextCursor");
    } while (cursor != null);

    assertThat(read).isEqualTo(expected);
    assertThat(application.events()).isEqualTo(expected);
  }

  private static List<String> details(PassportApplication application) {
    return application.triesToSeeTimeline().accepted().getList("items.detail", String.class);
  }
}

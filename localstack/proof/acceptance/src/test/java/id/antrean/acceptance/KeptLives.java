package id.antrean.acceptance;

import id.antrean.acceptance.files.Pictures;
import id.antrean.acceptance.people.Applicant;
import id.antrean.acceptance.people.OpenSession;
import id.antrean.acceptance.people.PassportApplication;
import id.antrean.acceptance.people.Person;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;

/**
 * Applications in the middle of their lives, as one version leaves them to the next. They live in a
 * year far ahead, because business time can be moved on, and never back.
 */
final class KeptLives {
  /** Eight in the morning in Jakarta. */
  static final Instant MORNING = Instant.parse("2035-03-05T01:00:00Z");

  private static final LocalDate VISIT = MORNING.atZone(ZoneOffset.UTC).toLocalDate().plusDays(30);
  private static final Duration PAST_THE_ARM_DELAY = Duration.ofMinutes(20);
  static final int MORE_THAN_AN_ITEM_KEEPS = 40;

  /** Where everybody has or had their seat. */
  static final OpenSession SESSION = new OpenSession("CLG", VISIT, "09:00", "REGULAR", 4);

  /** Where seats are free. */
  static final OpenSession ANOTHER = new OpenSession("CLG", VISIT, "10:00", "REGULAR", 4);

  /** Who applies; each has an account of their own. */
  enum Life {
    /** Their hold expired, and their money is under way. */
    LATE,
    /** Paid, and expected. */
    PAID,
    /** Holds a seat that is to be paid for; a timer looks after it. */
    HELD,
    /** The same; a message looks after it. */
    FORGETFUL,
    /** Has declared a paper and not uploaded it. */
    UPLOADING,
    /** Has changed their data so often that the former part of the timeline is kept elsewhere. */
    RESTLESS
  }

  private final Stack stack;

  KeptLives(Stack stack) {
    this.stack = stack;
  }

  /** Brings everybody as far as they are to be found by the next version. */
  void begin() {
    stack.officer(SESSION.office()).sets(SESSION, ANOTHER);
    PassportApplication late = account(Life.LATE).isReady();
    late.holds(SESSION);
    stack.letUnpaidHoldExpire(late);
    PassportApplication paid = account(Life.PAID).isReady();
    stack.standard().takesPayment(paid.holds(SESSION).getString("bill.billingCode"));
    account(Life.UPLOADING).registers(Person.adult()).declares("ID_CARD", Pictures.jpeg());
    changesData(account(Life.RESTLESS).registers(Person.adult()));
    account(Life.HELD).isReady().holds(SESSION);
    stack.sandbox().letPass(PAST_THE_ARM_DELAY);
    account(Life.FORGETFUL).isReady().holds(SESSION);
  }

  private static void changesData(PassportApplication application) {
    for (int i = 0; i < MORE_THAN_AN_ITEM_KEEPS; i++) {
      application.corrects(Map.of("applicant", Map.of("phone", "+6281200000%03d".formatted(i))));
    }
  }

  /** The one application of that life. */
  PassportApplication of(Life life) {
    Applicant applicant = account(life);
    List<String> ids = applicant.applications(Map.of()).getList("items.id");
    return applicant.application(ids.getFirst());
  }

  private Applicant account(Life life) {
    return new Applicant(stack.api(), stack.sandbox().token("former-" + life, "applicant"));
  }
}

package id.antrean.bench;

import id.antrean.domain.Actor;
import id.antrean.domain.ApplicationId;
import id.antrean.domain.applicant.Nik;
import id.antrean.domain.applicant.Sex;
import id.antrean.domain.application.Application;
import id.antrean.domain.application.Outcome;
import id.antrean.domain.document.ContentType;
import id.antrean.domain.document.DocumentKind;
import id.antrean.domain.document.Paper;
import id.antrean.domain.office.SessionId;
import id.antrean.domain.payment.StoredNotification;
import id.antrean.memory.Samples;
import id.antrean.registration.Entry;
import id.antrean.registration.form.NikEntry;
import id.antrean.registration.form.RegistrationForm;
import id.antrean.uploads.Declaration;
import id.antrean.uploads.Declarations;
import id.antrean.uploads.Declared;
import id.antrean.uploads.VerifyUpload.Arrived;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.function.Supplier;

/**
 * Somebody's application from the form to the payment, each step taken by the use case that the
 * functions take it by: what one of them asks of the store twice is counted twice.
 */
final class Life {
  private static final byte[] FILE = new byte[200_000];
  private static final String FILES_DIGEST = Base64.getEncoder().encodeToString(sha256(FILE));

  private final Store store;
  private final Booking booking;
  private final Applying applying;
  private final Nik nik;
  private final Actor.Applicant who;
  private final List<Step> steps = new ArrayList<>();

  /**
   * @param digits of the person's identity number
   */
  private Life(Store store, Booking booking, String digits) {
    this.store = store;
    this.booking = booking;
    this.applying = new Applying(store, FILE, booking.clock());
    this.nik = new Nik(digits);
    this.who = Samples.account(digits);
  }

  /**
   * A step in it.
   *
   * @param key its name in the baseline
   * @param what it is, for people
   * @param calls of the store
   * @param allowances what counted it against those who ask too much
   */
  record Step(String key, String what, List<StoreCall> calls, List<StoreCall> allowances) {}

  /** All papers are declared at once and come together. */
  static List<Step> atOnce(Store store, Booking booking, SessionId session) {
    return new Life(store, booking, "9901014107950001").lived(session, false);
  }

  /** Each paper is declared, and comes, by itself. */
  static List<Step> oneByOne(Store store, Booking booking, SessionId session) {
    return new Life(store, booking, "9901014107950002").lived(session, true);
  }

  private List<Step> lived(SessionId session, boolean oneByOne) {
    String how = oneByOne ? ", one by one" : ", at once";
    Application draft = step("register", "register", this::registers);
    List<DocumentKind> papers = draft.dossier().papers().stream().map(Paper::kind).toList();
    List<List<DocumentKind>> requests =
        oneByOne ? papers.stream().map(List::of).toList() : List.of(papers);
    List<List<Arrived>> files =
        step(
            "declare",
            "declare %d papers".formatted(papers.size()) + how,
            () -> requests.stream().map(kinds -> declares(draft.id(), kinds)).toList());
    step(
        "verify",
        "verify them" + how,
        () -> files.stream().filter(arrived -> verifies(draft.id(), arrived)).count());
    Application held =
        step(
            "hold",
            "hold a seat",
            () -> done(booking.holdSeat().hold(draft.id(), session, who, null)));
    step("pay", "pay", () -> pays(held));
    return steps;
  }

  private <T> T step(String key, String what, Supplier<T> work) {
    Meter.Metered<T> metered = store.meter().on(work);
    List<StoreCall> allowances = metered.calls().stream().filter(store::isAllowance).toList();
    List<StoreCall> calls =
        metered.calls().stream().filter(call -> !store.isAllowance(call)).toList();
    steps.add(new Step(key, what, calls, allowances));
    return metered.answer();
  }

  private Application registers() {
    RegistrationForm form =
        new RegistrationForm(
            Samples.PASSPORT,
            new RegistrationForm.Person(
                new NikEntry.Stated(nik),
                "SITI AMINAH",
                "SERANG",
                LocalDate.of(1995, 7, 1),
                Sex.FEMALE,
                "+6281200000001",
                null,
                null));
    return done(applying.register().register(new Entry.Own(form, who), "request"));
  }

  private List<Arrived> declares(ApplicationId id, List<DocumentKind> papers) {
    List<Declaration> files =
        papers.stream()
            .map(kind -> new Declaration(kind, ContentType.JPEG, FILE.length, FILES_DIGEST))
            .toList();
    Declarations declarations = new Declarations(files, files.size() > 1);
    List<Declared> declared = done(applying.declare().declare(id, declarations, who, null));
    return declared.stream().map(file -> new Arrived(file.id(), 1)).toList();
  }

  private boolean verifies(ApplicationId id, List<Arrived> files) {
    return applying.verify().verify(id, files).isEmpty();
  }

  private StoredNotification pays(Application held) {
    StoredNotification received = Payment.of(held).receivedBy(booking.receivePayment());
    if (received.state() != StoredNotification.State.SETTLED) {
      throw new IllegalStateException("its money settled nothing: " + received.state());
    }
    return received;
  }

  private static <T> T done(Outcome<T> outcome) {
    if (outcome instanceof Outcome.Done<T>(T answer)) {
      return answer;
    }
    throw new IllegalStateException("a step was refused: " + outcome);
  }

  private static byte[] sha256(byte[] content) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(content);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}

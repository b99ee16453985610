package id.antrean.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import id.antrean.domain.OfficeId;
import id.antrean.domain.applicant.IdentityVerdict;
import id.antrean.domain.application.Refusal;
import id.antrean.domain.application.Status;
import id.antrean.domain.document.DocumentKind;
import id.antrean.domain.office.SessionId;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every no, in every situation, in both languages. */
class SayingNoTest {
  private static final ZonedDateTime MOMENT =
      ZonedDateTime.of(2026, 12, 7, 8, 0, 0, 0, ZoneId.of("Asia/Jayapura"));
  private static final String SAID = "Senin, 7 Desember 2026 pukul 08.00 WIT";

  static Stream<Refusal> refusals() {
    return Stream.of(
            Stream.of(
                new Refusal.NotFound(),
                new Refusal.UnknownSession(),
                new Refusal.SoldOut(MOMENT),
                new Refusal.SoldOut(null),
                new Refusal.SessionClosed(),
                new Refusal.NotOpenYet(MOMENT),
                new Refusal.TooLate(MOMENT),
                new Refusal.NotReady(List.of(DocumentKind.values())),
                new Refusal.PapersNotThere(List.of(DocumentKind.values())),
                new Refusal.OtherFee(true),
                new Refusal.OtherFee(false),
                new Refusal.NikHasBooking(MOMENT),
                new Refusal.NikHasBooking(null),
                new Refusal.NotOffered(),
                new Refusal.TooManyRequests(Duration.ofMinutes(41)),
                new Refusal.TooManyRequests(Duration.ofHours(23)),
                new Refusal.TooManyHolds(25, MOMENT),
                new Refusal.TooManyHolds(25, null),
                new Refusal.Overtaken(SessionId.parse("CLG.2026-12-07.0800.REGULAR").orElseThrow()),
                new Refusal.Overtaken(null),
                new Refusal.Pause(MOMENT),
                new Refusal.RescheduleLimit(1),
                new Refusal.Stale(3),
                new Refusal.KeyReused(),
                new Refusal.WrongOffice(new OfficeId("DPS")),
                new Refusal.WrongDay(LocalDate.of(2026, 12, 7)),
                new Refusal.TooEarly(MOMENT),
                new Refusal.NotPaid(),
                new Refusal.AlreadyCheckedIn(17),
                new Refusal.TicketVoid(),
                new Refusal.TicketForged(),
                new Refusal.NobodyWaits(),
                new Refusal.NotCalled(),
                new Refusal.LineFull(),
                new Refusal.SenderSilent(Duration.ofMinutes(1)),
                new Refusal.ChannelNotOffered(),
                new Refusal.AlreadyResolved(),
                new Refusal.OtherBill()),
            Arrays.stream(DocumentKind.values()).map(Refusal.NoSuchPaper::new),
            Arrays.stream(IdentityVerdict.values()).map(Refusal.Identity::new),
            Arrays.stream(Refusal.AlreadyPaid.Instead.values()).map(Refusal.AlreadyPaid::new),
            Arrays.stream(Status.values()).map(Refusal.Locked::new),
            Arrays.stream(Status.values()).map(Refusal.WrongStatus::new))
        .flatMap(several -> several);
  }

  static Stream<Problem> otherProblems() {
    return Stream.of(
        Problem.of(ProblemType.UNAUTHENTICATED),
        Problem.of(ProblemType.UNAUTHENTICATED).when("midtrans.UNREADABLE_BODY"),
        Problem.of(ProblemType.UNAUTHENTICATED).when("midtrans.MISSING_SIGNATURE"),
        Problem.of(ProblemType.UNAUTHENTICATED).when("midtrans.WRONG_SIGNATURE"),
        Problem.of(ProblemType.UNAUTHENTICATED).when("standard.MISSING_HEADER"),
        Problem.of(ProblemType.UNAUTHENTICATED).when("standard.UNREADABLE_TIMESTAMP"),
        Problem.of(ProblemType.UNAUTHENTICATED).when("standard.TIMESTAMP_TOO_OLD"),
        Problem.of(ProblemType.UNAUTHENTICATED).when("standard.TIMESTAMP_TOO_NEW"),
        Problem.of(ProblemType.UNAUTHENTICATED).when("standard.WRONG_SIGNATURE"),
        Problem.of(ProblemType.UNAUTHENTICATED).when("xendit.MISSING_HEADER"),
        Problem.of(ProblemType.UNAUTHENTICATED).when("xendit.WRONG_TOKEN"),
        Problem.of(ProblemType.UNAUTHENTICATED).when("doku.MISSING_HEADER"),
        Problem.of(ProblemType.UNAUTHENTICATED).when("doku.UNREADABLE_TIMESTAMP"),
        Problem.of(ProblemType.UNAUTHENTICATED).when("doku.TIMESTAMP_TOO_OLD"),
        Problem.of(ProblemType.UNAUTHENTICATED).when("doku.TIMESTAMP_TOO_NEW"),
        Problem.of(ProblemType.UNAUTHENTICATED).when("doku.UNKNOWN_CLIENT"),
        Problem.of(ProblemType.UNAUTHENTICATED).when("doku.WRONG_SIGNATURE"),
        Problem.of(ProblemType.FORBIDDEN),
        Problem.of(ProblemType.UNSUPPORTED_MEDIA_TYPE, "application/json"),
        Problem.of(ProblemType.TOO_LARGE, 256),
        Problem.of(ProblemType.TOO_MANY_REQUESTS),
        Problem.of(ProblemType.UNAVAILABLE),
        Problem.of(ProblemType.VALIDATION));
  }

  @Test
  void noRefusalIsLeftOut() {
    assertThat(refusals().map(Object::getClass).map(Class::getName).distinct())
        .containsExactlyInAnyOrderElementsOf(
            Arrays.stream(Refusal.class.getPermittedSubclasses()).map(Class::getName).toList());
  }

  @ParameterizedTest
  @MethodSource("refusals")
  void everyRefusalIsSaidToAPerson(Refusal refusal) {
    saidToAPerson(Refusals.problem(refusal));
  }

  @ParameterizedTest
  @MethodSource("otherProblems")
  void everyOtherProblemIsSaidToAPerson(Problem problem) {
    saidToAPerson(problem);
  }

  private static void saidToAPerson(Problem problem) {
    Sentences.areForPeople(detail(problem, Language.INDONESIAN), detail(problem, Language.ENGLISH));
    assertThat(text(problem, Language.INDONESIAN, "title"))
        .isNotBlank()
        .isNotEqualTo(text(problem, Language.ENGLISH, "title"));
  }

  @ParameterizedTest
  @MethodSource("refusals")
  void aMomentIsToldAtTheOfficeToProgramsAndToPeople(Refusal refusal) {
    Problem problem = Refusals.problem(refusal);
    List<String> moments =
        Stream.of("heldUntil", "opensAt", "until", "from")
            .map(body(problem, Language.INDONESIAN)::path)
            .filter(JsonNode::isTextual)
            .map(JsonNode::textValue)
            .toList();
    assertThat(moments).allMatch("2026-12-07T08:00:00+09:00"::equals);
    assertThat(detail(problem, Language.INDONESIAN).contains(SAID)).isEqualTo(!moments.isEmpty());
  }

  @Test
  void soldOutSpeaksOfUnpaidSeatsOnlyWhereThereMayBeSome() {
    assertThat(detail(Refusals.problem(new Refusal.SoldOut(null)), Language.ENGLISH))
        .doesNotContain("paid");
    assertThat(detail(Refusals.problem(new Refusal.SoldOut(MOMENT)), Language.ENGLISH))
        .contains("not paid yet");
  }

  @Test
  void aMoveIsPromisedOnlyWhereThereMayBeOne() {
    for (Refusal.AlreadyPaid.Instead instead : Refusal.AlreadyPaid.Instead.values()) {
      assertThat(
              detail(Refusals.problem(new Refusal.AlreadyPaid(instead)), Language.ENGLISH)
                  .contains("move"))
          .as(instead.name())
          .isEqualTo(instead == Refusal.AlreadyPaid.Instead.MOVE);
    }
  }

  @Test
  void whoeverWasOvertakenIsSentToTheSessionsOnlyWhereOneWasWon() {
    SessionId won = SessionId.parse("CLG.2026-12-07.0800.REGULAR").orElseThrow();
    assertThat(detail(Refusals.problem(new Refusal.Overtaken(won)), Language.ENGLISH))
        .contains("session");
    assertThat(detail(Refusals.problem(new Refusal.Overtaken(null)), Language.ENGLISH))
        .doesNotContain("session", "choose");
    assertThat(detail(Refusals.problem(new Refusal.Overtaken(null)), Language.INDONESIAN))
        .doesNotContain("sesi", "pilih");
  }

  @Test
  void missingPapersAreCalledByTheirNames() {
    Problem problem =
        Refusals.problem(
            new Refusal.NotReady(List.of(DocumentKind.ID_CARD, DocumentKind.FAMILY_CARD)));
    assertThat(detail(problem, Language.INDONESIAN)).contains("KTP, Kartu Keluarga");
    assertThat(detail(problem, Language.ENGLISH)).contains("identity card, family card");
  }

  @Test
  void aSenderIsNotAskedToSignInAgain() {
    Problem problem = Problem.of(ProblemType.UNAUTHENTICATED).when("standard.WRONG_SIGNATURE");
    assertThat(detail(problem, Language.ENGLISH)).contains("signature").doesNotContain("sign in");
    assertThat(detail(problem, Language.INDONESIAN)).doesNotContain("masuk");
    assertThat(text(problem, Language.ENGLISH, "title")).doesNotContain("igned in");
    assertThat(text(problem, Language.INDONESIAN, "title")).doesNotContain("masuk");
  }

  private static String detail(Problem problem, Language language) {
    return text(problem, language, "detail");
  }

  private static String text(Problem problem, Language language, String member) {
    return body(problem, language).get(member).textValue();
  }

  private static JsonNode body(Problem problem, Language language) {
    return Objects.requireNonNull(problem.answer(language, "request").body());
  }
}

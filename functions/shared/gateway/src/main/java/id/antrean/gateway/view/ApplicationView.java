package id.antrean.gateway.view;

import id.antrean.domain.application.Application;
import id.antrean.domain.application.Status;
import id.antrean.domain.booking.Seat;
import id.antrean.domain.document.Paper;
import id.antrean.domain.office.Lane;
import id.antrean.domain.passport.PassportRequest;
import id.antrean.domain.payment.Bill;
import id.antrean.domain.payment.Tariffs;
import id.antrean.gateway.Answer;
import id.antrean.gateway.Language;
import id.antrean.gateway.Times;
import id.antrean.gateway.View;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** An application as its applicant sees it. */
public record ApplicationView(
    String id,
    Status status,
    int version,
    PassportRequest.Kind kind,
    PassportView passport,
    ApplicantView applicant,
    List<RequiredDocumentView> documents,
    MoneyView fee,
    @Nullable BookingView booking,
    @Nullable BillView bill,
    String createdAt)
    implements View {

  public record PassportView(PassportRequest.Type type, int validityYears) implements View {}

  public record MoneyView(long amount, Currency currency) implements View {}

  /** 200 with the application, its version, and when it is worth looking again. */
  public static Answer answer(Application application, Language language) {
    return Answer.ok(of(application, language))
        .version(application.revision())
        .askAgainAfter(NextLook.after(application).toSeconds());
  }

  public static ApplicationView of(Application application, Language language) {
    PassportRequest passport = application.dossier().passport();
    return new ApplicationView(
        application.id().value(),
        application.status(),
        application.revision(),
        passport.kind(),
        new PassportView(passport.type(), passport.validityYears()),
        ApplicantView.of(application.dossier(), zone(application), language),
        documents(application, language),
        new MoneyView(feeOf(application), Currency.IDR),
        BookingView.of(application).orElse(null),
        BillView.of(application, language).orElse(null),
        Times.at(application.createdAt(), zone(application)));
  }

  /** What was billed where there is a bill, else what the tariffs say for the regular lane. */
  private static long feeOf(Application application) {
    return application
        .booking()
        .bill()
        .filter(
            bill -> bill.state() == Bill.State.PAID || application.booking().seated().isPresent())
        .map(Bill::amount)
        .orElseGet(
            () ->
                Tariffs.fee(application.dossier().passport(), Lane.REGULAR, application.createdAt())
                    .amount());
  }

  /** Of the office where its seat is; null for an application without a seat. */
  public static @Nullable ZoneId zone(Application application) {
    return application.booking().seat().map(Seat::zone).orElse(null);
  }

  /** Every required paper with the file for it, then the files that no paper asks for. */
  private static List<RequiredDocumentView> documents(Application application, Language language) {
    List<Paper> papers = application.dossier().papers();
    Stream<RequiredDocumentView> required =
        papers.stream()
            .map(
                paper ->
                    RequiredDocumentView.of(
                        paper,
                        true,
                        application.dossier().isSeen(paper),
                        application.dossier().fileFor(paper),
                        language));
    Stream<RequiredDocumentView> others =
        application.dossier().documents().stream()
            .filter(
                file -> papers.stream().noneMatch(paper -> paper.accepts().contains(file.kind())))
            .map(
                file ->
                    RequiredDocumentView.of(
                        new Paper(file.kind(), List.of(file.kind())),
                        false,
                        false,
                        Optional.of(file),
                        language));
    return Stream.concat(required, others).toList();
  }
}

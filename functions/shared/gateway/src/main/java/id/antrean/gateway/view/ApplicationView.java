package id.antrean.gateway.view;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import id.antrean.domain.applicant.Applicant;
import id.antrean.domain.applicant.Guardian;
import id.antrean.domain.applicant.Identity;
import id.antrean.domain.application.Application;
import id.antrean.domain.application.Status;
import id.antrean.domain.booking.Seat;
import id.antrean.domain.document.Document;
import id.antrean.domain.document.DocumentKind;
import id.antrean.domain.document.Paper;
import id.antrean.domain.office.Lane;
import id.antrean.domain.payment.Bill;
import id.antrean.domain.payment.Tariffs;
import id.antrean.gateway.Answer;
import id.antrean.gateway.Language;
import id.antrean.gateway.Messages;
import id.antrean.gateway.Times;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** An application as its applicant sees it. */
public final class ApplicationView {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private ApplicationView() {}

  /** 200 with the application, its version, and when it is worth looking again. */
  public static Answer answer(Application application, Language language) {
    return Answer.ok(of(application, language))
        .version(application.revision())
        .askAgainAfter(NextLook.after(application).toSeconds());
  }

  public static ObjectNode of(Application application, Language language) {
    ObjectNode view = JSON.objectNode();
    view.put("id", application.id().value());
    view.put("status", application.status().name());
    view.put("version", application.revision());
    view.put("kind", application.dossier().passport().kind().name());
    view.putObject("passport")
        .put("type", application.dossier().passport().type().name())
        .put("validityYears", application.dossier().passport().validityYears());
    view.set("applicant", applicant(application, language));
    view.set("documents", documents(application, language));
    view.putObject("fee").put("amount", feeOf(application)).put("currency", "IDR");
    view.set("booking", booking(application));
    view.set("bill", BillView.ofOrNull(application, language));
    view.put("createdAt", Times.at(application.createdAt(), zone(application)));
    return view;
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

  private static ObjectNode applicant(Application application, Language language) {
    Applicant applicant = application.dossier().applicant();
    ObjectNode view = JSON.objectNode();
    view.put("nik", applicant.nik().masked());
    view.put("fullName", applicant.fullName());
    view.put("birthPlace", applicant.birthPlace());
    view.put("birthDate", applicant.birthDate().toString());
    view.put("sex", applicant.sex().name());
    view.put("phone", applicant.phone());
    view.put("email", applicant.email());
    view.set("guardian", guardian(applicant.guardian()));
    view.set("identity", identity(application));
    ArrayNode notes = view.putArray("notes");
    applicant
        .notes()
        .forEach(
            note ->
                notes
                    .addObject()
                    .put("code", note.name())
                    .put("detail", Messages.text(language, "note." + note.name())));
    return view;
  }

  private static @Nullable ObjectNode guardian(@Nullable Guardian guardian) {
    return guardian == null
        ? null
        : JSON.objectNode()
            .put("nik", guardian.nik().masked())
            .put("fullName", guardian.fullName())
            .put("phone", guardian.phone())
            .put("relation", guardian.relation().name());
  }

  /** Of the office where its seat is; null for an application without a seat. */
  static @Nullable ZoneId zone(Application application) {
    return application.booking().seat().map(Seat::zone).orElse(null);
  }

  private static ObjectNode identity(Application application) {
    Identity identity = application.dossier().identity();
    ObjectNode view = JSON.objectNode().put("verdict", identity.verdict().name());
    ArrayNode differs = view.putArray("differs");
    identity.differs().forEach(differs::add);
    return view.put(
        "checkedAt",
        identity.checkedAt() == null ? null : Times.at(identity.checkedAt(), zone(application)));
  }

  /** Every required paper with the file for it, then the files that no paper asks for. */
  private static ArrayNode documents(Application application, Language language) {
    ArrayNode views = JSON.arrayNode();
    List<Paper> papers = application.dossier().papers();
    for (Paper paper : papers) {
      views.add(document(paper, true, application.dossier().fileFor(paper), language));
    }
    application.dossier().documents().stream()
        .filter(file -> papers.stream().noneMatch(paper -> paper.accepts().contains(file.kind())))
        .forEach(
            file ->
                views.add(
                    document(
                        new Paper(file.kind(), List.of(file.kind())),
                        false,
                        Optional.of(file),
                        language)));
    return views;
  }

  private static ObjectNode document(
      Paper paper, boolean required, Optional<Document> file, Language language) {
    ObjectNode view = JSON.objectNode();
    view.put("kind", paper.kind().name());
    view.put("required", required);
    ArrayNode accepts = view.putArray("accepts");
    paper.accepts().stream().map(DocumentKind::name).forEach(accepts::add);
    view.put("status", file.map(found -> found.state().name()).orElse("MISSING"));
    view.put("id", file.map(found -> found.id().value()).orElse(null));
    view.set("reason", file.map(found -> RejectionView.of(found, language)).orElse(null));
    return view;
  }

  private static @Nullable ObjectNode booking(Application application) {
    Seat seat = application.booking().seat().orElse(null);
    if (seat == null) {
      return null;
    }
    ObjectNode view = JSON.objectNode();
    view.set("session", session(seat));
    view.put("state", application.status() == Status.AWAITING_PAYMENT ? "HELD" : "CONFIRMED");
    view.put("payBy", payBy(application));
    view.put("rescheduled", application.booking().history().rescheduled());
    return view;
  }

  /** Until when the seat that is held has to be paid for, in its office's time. */
  static @Nullable String payBy(Application application) {
    return application
        .booking()
        .payBy()
        .map(payBy -> Times.at(payBy, zone(application)))
        .orElse(null);
  }

  /** The session of a seat, in its office's time. */
  public static ObjectNode session(Seat seat) {
    return JSON.objectNode()
        .put("id", seat.session().toString())
        .put("officeId", seat.session().office().value())
        .put("startsAt", Times.at(seat.startsAt(), seat.zone()))
        .put("endsAt", Times.at(seat.endsAt(), seat.zone()))
        .put("lane", seat.session().lane().name());
  }
}

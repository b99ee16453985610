package id.antrean.aws.applications;

import id.antrean.aws.ItemReader;
import id.antrean.aws.ItemWriter;
import id.antrean.domain.ApplicationId;
import id.antrean.domain.CurrentRequest;
import id.antrean.domain.OfficeId;
import id.antrean.domain.applicant.Identity;
import id.antrean.domain.applicant.IdentityVerdict;
import id.antrean.domain.application.Application;
import id.antrean.domain.application.Status;
import id.antrean.domain.booking.Booking;
import id.antrean.domain.booking.BookingState;
import id.antrean.domain.booking.BookingState.Visit;
import id.antrean.domain.booking.Seat;
import id.antrean.domain.document.ContentType;
import id.antrean.domain.document.Document;
import id.antrean.domain.document.DocumentId;
import id.antrean.domain.document.DocumentKind;
import id.antrean.domain.document.RejectionReason;
import id.antrean.domain.dossier.Dossier;
import id.antrean.domain.office.HoldId;
import id.antrean.domain.office.SessionId;
import id.antrean.domain.passport.PassportRequest;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** An application as an item of the applications table. */
final class ApplicationItem {
  static final String PART = "main";

  /**
   * 2: what happened says which session it was about. Items of the first are read as they are, and
   * become the second with their next step. Entries beside an item are of the version that moved
   * them there, and stay as they are.
   */
  static final int SCHEMA = 2;

  /**
   * Over how many partitions of the index unpaid holds are spread: one alone would be hot in an
   * opening rush.
   */
  static final int OVERDUE_SHARDS = 16;

  private ApplicationItem() {}

  static Map<String, AttributeValue> key(ApplicationId id) {
    return new ItemWriter().text("id", id.value()).text("part", PART).attributes();
  }

  /** Whose item it is, or whose row of an index. */
  static ApplicationId id(Map<String, AttributeValue> item) {
    return new ApplicationId(new ItemReader(item).text("id"));
  }

  static Status status(Map<String, AttributeValue> item) {
    return Status.valueOf(new ItemReader(item).text("status"));
  }

  /**
   * What each write says anew, changed or not: the trail names the request of every write, the
   * schema its version, and what an item of a former version leaves to be concluded is said from
   * the first write on.
   */
  static final Set<String> SAID_ANEW =
      Set.of(
          "schema",
          "requestId",
          "revision",
          "earlierEntries",
          "seatOwed",
          "expiries",
          "takes",
          "retainUntil",
          AppointmentItem.NAME);

  static Map<String, AttributeValue> of(Application application) {
    ItemWriter item =
        new ItemWriter()
            .text("id", application.id().value())
            .text("part", PART)
            .number("schema", SCHEMA)
            .text("requestId", CurrentRequest.id())
            .text("account", application.account())
            .number("version", application.version())
            .number("revision", application.revision())
            .text("status", application.status().name())
            .map("passport", passport(application.dossier().passport()))
            .map("applicant", ApplicantItem.of(application.dossier().applicant()))
            .map("identity", identity(application.dossier().identity()))
            .list(
                "documents",
                application.dossier().documents().stream().map(ApplicationItem::document).toList())
            .texts("seen", application.dossier().seen().stream().map(DocumentKind::name).toList())
            .list("bills", application.booking().bills().stream().map(BillItem::of).toList())
            .number("earlierEntries", application.timeline().earlier())
            .list("timeline", TimelineItems.entries(application.timeline().recent()))
            .instant("createdAt", application.createdAt())
            .kept("retainUntil", "application", application.createdAt())
            .text("registration", application.registration());
    HistoryItem.write(application.booking().history(), item);
    application
        .booking()
        .place()
        .ifPresent(
            seat -> {
              item.map("booking", booking(seat, application.booking().state()))
                  .map(AppointmentItem.NAME, AppointmentItem.of(application));
              indexByOffice(item, application.id(), seat);
            });
    application
        .booking()
        .payBy()
        .ifPresent(
            payBy -> item.text("overdueShard", shard(application.id())).instant("deadline", payBy));
    return item.attributes();
  }

  static Application application(Map<String, AttributeValue> attributes) {
    ItemReader item = new ItemReader(attributes);
    return new Application(
        new ApplicationId(item.text("id")),
        item.text("account"),
        item.integer("version"),
        item.integer(item.has("revision") ? "revision" : "version"),
        new Dossier(
            passport(item.map("passport")),
            ApplicantItem.applicant(item.map("applicant")),
            identity(item.map("identity")),
            item.list("documents").stream().map(ApplicationItem::document).toList(),
            seen(item),
            item.instant("createdAt")),
        new Booking(
            state(item),
            item.list("bills").stream().map(BillItem::bill).toList(),
            HistoryItem.history(item)),
        TimelineItems.timeline(item),
        item.textOrNull("registration"));
  }

  /** A seat stands in its item wherever the status has one. */
  private static BookingState state(ItemReader item) {
    return switch (Status.valueOf(item.text("status"))) {
      case DRAFT, READY -> new BookingState.None();
      case AWAITING_PAYMENT ->
          new BookingState.Held(seat(item.map("booking")), item.map("booking").instant("payBy"));
      case CONFIRMED -> new BookingState.Confirmed(seat(item.map("booking")));
      case CHECKED_IN ->
          new BookingState.CheckedIn(
              seat(item.map("booking")), item.map("booking").instant("checkedInAt"));
      case PAID_UNSCHEDULED -> new BookingState.PaidWithoutSeat();
      case COMPLETED -> new BookingState.Visited(seat(item.map("booking")), Visit.COMPLETED);
      case NO_SHOW -> new BookingState.Visited(seat(item.map("booking")), Visit.NO_SHOW);
      case CANCELLED -> new BookingState.Cancelled();
    };
  }

  /** The partition of the list of an office's day. */
  static String officeDate(OfficeId office, LocalDate day) {
    return office + "#" + day;
  }

  private static void indexByOffice(ItemWriter item, ApplicationId id, Seat seat) {
    SessionId session = seat.session();
    item.text("officeDate", officeDate(session.office(), session.date()))
        .text("seat", seatsOf(session) + id);
  }

  /** How the places of a session's seats in the list of its day begin. */
  static String seatsOf(SessionId session) {
    return session.time() + "#" + session.lane() + "#";
  }

  static String shard(ApplicationId id) {
    return Integer.toString(Math.floorMod(id.value().hashCode(), OVERDUE_SHARDS));
  }

  private static ItemWriter passport(PassportRequest passport) {
    return new ItemWriter()
        .text("kind", passport.kind().name())
        .text("type", passport.type().name())
        .number("validityYears", passport.validityYears());
  }

  private static PassportRequest passport(ItemReader item) {
    return new PassportRequest(
        PassportRequest.Kind.valueOf(item.text("kind")),
        PassportRequest.Type.valueOf(item.text("type")),
        item.integer("validityYears"));
  }

  private static ItemWriter identity(Identity identity) {
    return new ItemWriter()
        .text("verdict", identity.verdict().name())
        .texts("differs", identity.differs())
        .instant("checkedAt", identity.checkedAt())
        .text("openSince", identity.openSince());
  }

  private static Identity identity(ItemReader item) {
    return new Identity(
        IdentityVerdict.valueOf(item.text("verdict")),
        item.texts("differs"),
        item.instantOrNull("checkedAt"),
        item.textOrNull("openSince"));
  }

  private static ItemWriter document(Document document) {
    RejectionReason reason = document.reason();
    return new ItemWriter()
        .text("id", document.id().value())
        .text("kind", document.kind().name())
        .text("contentType", document.contentType().mediaType())
        .number("size", document.size())
        .text("sha256", document.sha256())
        .text("state", document.state().name())
        .text("reason", reason == null ? null : reason.name())
        .instant("declaredAt", document.declaredAt())
        .text("note", document.note())
        .instant("approvedAt", document.approvedAt());
  }

  private static Document document(ItemReader item) {
    String reason = item.textOrNull("reason");
    return new Document(
        new DocumentId(item.text("id")),
        DocumentKind.valueOf(item.text("kind")),
        ContentType.of(item.text("contentType")).orElseThrow(),
        item.number("size"),
        item.text("sha256"),
        Document.State.valueOf(item.text("state")),
        reason == null ? null : RejectionReason.valueOf(reason),
        item.instant("declaredAt"),
        item.textOrNull("note"),
        item.instantOrNull("approvedAt"));
  }

  /** An item of before anybody was registered at a desk says nothing of it. */
  private static List<DocumentKind> seen(ItemReader item) {
    return item.texts("seen").stream().map(DocumentKind::valueOf).toList();
  }

  private static ItemWriter booking(Seat seat, BookingState state) {
    return new ItemWriter()
        .text("session", seat.session().toString())
        .number("holdVersion", seat.hold().version())
        .text("holdApplication", seat.hold().application().value())
        .instant("startsAt", seat.startsAt())
        .instant("endsAt", seat.endsAt())
        .text("zone", seat.zone().getId())
        .instant("payBy", state instanceof BookingState.Held held ? held.payBy() : null)
        .instant("checkedInAt", state instanceof BookingState.CheckedIn came ? came.at() : null);
  }

  static Seat seat(ItemReader item) {
    return new Seat(
        SessionId.parse(item.text("session")).orElseThrow(),
        new HoldId(new ApplicationId(item.text("holdApplication")), item.integer("holdVersion")),
        item.instant("startsAt"),
        item.instant("endsAt"),
        ZoneId.of(item.text("zone")));
  }
}

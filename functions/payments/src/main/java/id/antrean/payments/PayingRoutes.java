package id.antrean.payments;

import id.antrean.domain.application.Application;
import id.antrean.domain.application.FindApplication;
import id.antrean.domain.application.Outcome;
import id.antrean.domain.application.Refusal;
import id.antrean.domain.booking.BookingState.Held;
import id.antrean.domain.booking.Seat;
import id.antrean.domain.payment.Bill;
import id.antrean.domain.payment.PayChannel;
import id.antrean.domain.payment.PayOffer;
import id.antrean.domain.payment.PaymentCode;
import id.antrean.gateway.Answer;
import id.antrean.gateway.Api;
import id.antrean.gateway.ApplicationInPath;
import id.antrean.gateway.Caller;
import id.antrean.gateway.FieldErrors;
import id.antrean.gateway.Fields;
import id.antrean.gateway.Fields.Read;
import id.antrean.gateway.Preconditions;
import id.antrean.gateway.Request;
import id.antrean.gateway.Routes;
import id.antrean.gateway.view.ApplicationView;
import id.antrean.gateway.view.BillView;
import id.antrean.payments.view.PaymentCodeView;
import id.antrean.payments.view.PaymentCodesView;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** How an applicant pays a bill: by which code, and whether the money came. */
@Singleton
final class PayingRoutes implements Routes {
  private static final int LONGEST = 20;
  private final ApplicationInPath applicationInPath;
  private final IssueCode issue;
  private final CheckBill check;
  private final Clock clock;

  PayingRoutes(FindApplication applications, IssueCode issue, CheckBill check, Clock clock) {
    this.applicationInPath = new ApplicationInPath(applications);
    this.issue = issue;
    this.check = check;
    this.clock = clock;
  }

  @Override
  public Api on(Api api) {
    String bill = "/applications/{id}/bill";
    return api.applicant("GET", bill + "/payment-codes", this::codes)
        .applicant("POST", bill + "/payment-codes", this::issue)
        .applicant("POST", bill + "/check", this::check);
  }

  private Answer codes(Request request, Caller caller) {
    return Api.answer(
        applicationInPath.ofCaller(request, caller).then(PayingRoutes::billed),
        request,
        application ->
            Answer.ok(
                    PaymentCodesView.of(
                        live(application).map(bill -> view(application, bill, request)),
                        offers(application),
                        request.language()))
                .version(application.revision()));
  }

  private static Outcome<Application> billed(Application application) {
    return application.booking().bills().isEmpty()
        ? Outcome.refused(new Refusal.NotFound())
        : Outcome.done(application);
  }

  /** The bill with a code that is alive, while its seat is held. */
  private Stream<Bill> live(Application application) {
    Instant now = clock.instant();
    return application.booking().state() instanceof Held
        ? application.booking().bill().stream()
            .filter(
                bill -> {
                  PaymentCode code = bill.paymentCode();
                  return code != null && code.isLive(now);
                })
        : Stream.empty();
  }

  private static PaymentCodeView view(Application application, Bill bill, Request request) {
    PaymentCode code = bill.paymentCode();
    if (code == null) {
      throw new IllegalStateException("a bill with a live code has none");
    }
    return PaymentCodeView.of(bill, code, ApplicationView.zone(application), request.language());
  }

  /** None, where nothing is to be paid now. */
  private List<PayOffer> offers(Application application) {
    return application.booking().state() instanceof Held(Seat seat, _)
        ? PayOffer.at(seat.session().office().value(), clock.instant().atZone(seat.zone())).stream()
            .filter(issue::canBeAsked)
            .toList()
        : List.of();
  }

  private Answer issue(Request request, Caller caller) {
    FieldErrors errors = new FieldErrors();
    Optional<String> key = Preconditions.idempotencyKey(request, errors);
    Fields body = Fields.of(request, "application/json", errors);
    Read<PayChannel> channel = body.oneOf("channel", PayChannel.class);
    Optional<Read<String>> bank = optional(body, "bank");
    Optional<Read<String>> aggregator = optional(body, "aggregator");
    body.nothingElse();
    errors.check();
    Outcome<Application> own =
        applicationInPath.ofCaller(request, caller).then(PayingRoutes::billed);
    return Api.answer(
        own.then(
            application ->
                offered(application, channel.get(), text(aggregator), text(bank))
                    .then(
                        offer ->
                            issue
                                .issue(application.id(), offer, key, caller.applicant())
                                .then(
                                    payable ->
                                        Outcome.done(
                                            PaymentCodeView.of(
                                                payable.bill(),
                                                payable.code(),
                                                ApplicationView.zone(application),
                                                request.language()))))),
        request,
        view ->
            Answer.created(
                "/applications/" + request.parameter("id") + "/bill/payment-codes", view));
  }

  private static Optional<Read<String>> optional(Fields body, String name) {
    return body.sent(name) ? Optional.of(body.text(name, 1, LONGEST)) : Optional.empty();
  }

  private static @Nullable String text(Optional<Read<String>> read) {
    return read.map(Read::get).orElse(null);
  }

  /** Of somebody who holds no seat the status is told, not what is offered. */
  private Outcome<PayOffer> offered(
      Application application,
      PayChannel channel,
      @Nullable String aggregator,
      @Nullable String bank) {
    if (!(application.booking().state() instanceof Held)) {
      return Outcome.refused(
          application.booking().paid()
              ? new Refusal.AlreadyPaid(Refusal.AlreadyPaid.Instead.KEEP_MONEY)
              : new Refusal.WrongStatus(application.status()));
    }
    return PayOffer.chosen(offers(application), channel, aggregator, bank)
        .<Outcome<PayOffer>>map(Outcome::done)
        .orElseGet(() -> Outcome.refused(new Refusal.ChannelNotOffered()));
  }

  private Answer check(Request request, Caller caller) {
    return Api.answer(
        request.application().then(id -> check.check(id, caller.applicant())),
        request,
        application ->
            BillView.of(application, request.language())
                .map(bill -> Answer.ok(bill).version(application.revision()))
                .orElseThrow());
  }
}

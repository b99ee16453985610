package id.antrean.simulation;

import id.antrean.domain.application.Application;
import id.antrean.domain.application.Status;
import id.antrean.domain.payment.Bill;
import id.antrean.domain.payment.PaymentNotification;
import id.antrean.domain.payment.Receipt;
import id.antrean.domain.payment.StoredNotification;
import id.antrean.domain.payment.StoredNotification.ExceptionReason;
import id.antrean.domain.payment.StoredNotification.State;
import id.antrean.memory.World;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What became of every payment once all has come to rest: it settled its bill, went back, or is on
 * the refund list for a reason that is true. Anything else is money that is lost, and throws {@link
 * RuleBroken}.
 */
final class MoneyAtRest {
  private MoneyAtRest() {}

  static void settled(Cast cast) {
    cast.senders().taken().forEach(money -> settled(money, cast));
  }

  private static void settled(Sender.Money money, Cast cast) {
    StoredNotification stored = decisive(money, cast.world());
    Optional<Application> application = applicationOf(money, cast.world());
    Optional<Bill> paid = application.flatMap(it -> it.booking().paidBill());
    Sender sender = cast.senders().of(money);
    boolean paysIt =
        paid.map(Bill::payment).filter(it -> it.paymentId().equals(money.paymentId())).isPresent();
    boolean inFull = paid.filter(bill -> bill.amount() == money.amount()).isPresent();
    boolean sound =
        switch (stored.state()) {
          case RECEIVED, COUNTED -> false;
          case SETTLED, NOTED ->
              isReturned(sender.returned(money), money, application.orElseThrow())
                  && (sender.wentBack(money)
                      ? !paysIt
                      : paysIt && inFull && isPaid(application.orElseThrow()));
          case EXCEPTION ->
              !paysIt
                  && (deserved(stored, money, application)
                      || (sender.wentBack(money) && stored.why() == ExceptionReason.TAKEN_BACK));
        };
    if (!sound) {
      throw new RuleBroken(
          Rules.LOST,
          money
              + " is "
              + stored.state()
              + " "
              + stored.why()
              + " at "
              + application.map(Story::words).orElse("nobody"));
    }
  }

  /**
   * The notice that says what became of the money: several may speak of it, and what is open about
   * it is said by the first that found it so.
   */
  private static StoredNotification decisive(Sender.Money money, World world) {
    List<StoredNotification> kept =
        world.payments.kept().stream()
            .filter(it -> it.notification().paymentId().equals(money.paymentId()))
            .filter(it -> it.notification().kind() == PaymentNotification.Kind.PAID)
            .toList();
    return Stream.of(State.RECEIVED, State.EXCEPTION, State.SETTLED, State.NOTED)
        .flatMap(state -> kept.stream().filter(it -> it.state() == state))
        .findFirst()
        .orElseThrow(() -> new RuleBroken(Rules.LOST, money.paymentId() + " was never stored"));
  }

  /** Whether it is on record that so much of it went back. */
  private static boolean isReturned(long returned, Sender.Money money, Application application) {
    return receipts(application)
            .filter(receipt -> receipt.paymentId().equals(money.paymentId()))
            .mapToLong(Receipt::returned)
            .sum()
        == returned;
  }

  private static Stream<Receipt> receipts(Application application) {
    return application.booking().bills().stream().flatMap(bill -> bill.receipts().stream());
  }

  private static boolean isPaid(Application application) {
    return switch (application.status()) {
      case CONFIRMED, PAID_UNSCHEDULED, DRAFT, CHECKED_IN, COMPLETED, NO_SHOW -> true;
      case READY, AWAITING_PAYMENT, CANCELLED -> false;
    };
  }

  private static boolean deserved(
      StoredNotification stored, Sender.Money money, Optional<Application> application) {
    ExceptionReason why = Optional.ofNullable(stored.why()).orElseThrow();
    PaymentNotification notification = stored.notification();
    return switch (why) {
      case UNKNOWN_BILL -> application.isEmpty();
      case ALREADY_PAID ->
          application.flatMap(it -> it.booking().paidBill()).isPresent()
              || application.stream()
                  .flatMap(MoneyAtRest::receipts)
                  .anyMatch(receipt -> receipt.why() == null && receipt.returned() > 0);
      case APPLICATION_CANCELLED ->
          application.filter(it -> it.status() == Status.CANCELLED).isPresent();
      case WRONG_AMOUNT ->
          application.stream()
              .flatMap(it -> it.booking().bills().stream())
              .filter(bill -> bill.code().value().equals(money.reference()))
              // For a seat whose money went back only the bill of that seat is right.
              .noneMatch(
                  bill ->
                      bill.amount() == notification.amount() && bill.state() != Bill.State.VOID);
      case WRONG_CURRENCY,
          TAKEN_BACK,
          NOT_CONFIRMED_BY_SENDER,
          NOT_UNDERSTOOD,
          NOT_ON_SENDERS_LIST,
          LISTED_WITH_ANOTHER_AMOUNT,
          LISTED_TWICE,
          NOT_RECEIVED_BY_TREASURY,
          RECEIVED_BY_TREASURY_ONLY ->
          false;
    };
  }

  private static Optional<Application> applicationOf(Sender.Money money, World world) {
    return world.applications.all().stream()
        .filter(
            application ->
                application.booking().bills().stream()
                    .anyMatch(bill -> bill.code().value().equals(money.reference())))
        .findFirst();
  }
}

package id.antrean.simulation;

import id.antrean.domain.Actor.Service;
import id.antrean.domain.application.Application;
import id.antrean.domain.application.Change;
import id.antrean.domain.application.Event;
import id.antrean.domain.application.SaveApplication;
import id.antrean.domain.application.Timeline;
import id.antrean.domain.application.TimelineEntry;
import id.antrean.domain.booking.BookingState.Held;
import id.antrean.domain.payment.Bill;
import id.antrean.domain.payment.KeepNotification;
import id.antrean.domain.payment.PaymentNotification;
import id.antrean.domain.payment.StoredNotification;
import id.antrean.domain.payment.StoredNotification.ExceptionReason;
import id.antrean.memory.Altered;
import id.antrean.memory.InterceptedSaves;
import id.antrean.memory.World;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;

/** Saves of applications broken: steps taken blindly, apart, half, or not at all. */
final class BrokenSaves {
  private BrokenSaves() {}

  private static SaveApplication saving(
      SaveApplication save, Function<Change, SaveApplication.SaveOutcome> how) {
    return new InterceptedSaves(save, how);
  }

  private static Event.Kind step(Change change) {
    return change.after().timeline().recent().getLast().event().kind();
  }

  private static boolean isFence(Change change) {
    return change.after().revision() == change.before().revision();
  }

  static SaveApplication notFencing(SaveApplication save) {
    return saving(
        save,
        change ->
            isFence(change) ? new SaveApplication.Saved() : InterceptedSaves.save(save, change));
  }

  /** Whoever has to send a paper anew loses the seat. */
  static SaveApplication losingTheSeatOnReview(SaveApplication save) {
    return saving(
        save,
        change ->
            change instanceof Change.Step step && step(change) == Event.Kind.DOCUMENT_SENT_BACK
                ? save.save(
                    Change.of(
                        step.before(),
                        Altered.with(step.after(), step.after().booking().reopened())))
                : InterceptedSaves.save(save, change));
  }

  static SaveApplication blindly(SaveApplication save, World world, Set<Event.Kind> steps) {
    return saving(
        save,
        change -> {
          if (isFence(change) || !steps.contains(step(change))) {
            return InterceptedSaves.save(save, change);
          }
          int now = world.see(change.before().id()).version();
          return InterceptedSaves.save(save, InterceptedSaves.at(change, now));
        });
  }

  /** The item as it would be if all its entries stayed on it. */
  static SaveApplication keepingEveryEntry(SaveApplication save, World world) {
    return saving(
        save,
        change -> {
          Timeline stored = world.see(change.before().id()).timeline();
          List<TimelineEntry> all = new ArrayList<>(stored.recent());
          if (!isFence(change)) {
            all.add(change.after().timeline().recent().getLast());
          }
          Timeline whole = new Timeline(stored.earlier(), all);
          return InterceptedSaves.save(
              save,
              InterceptedSaves.like(
                  change,
                  Altered.with(change.before(), stored),
                  Altered.with(change.after(), whole),
                  change.parts()));
        });
  }

  /** A fence that is told and counted like any other step. */
  static SaveApplication tellingOfFences(SaveApplication save, Clock clock) {
    return saving(
        save,
        change ->
            isFence(change)
                ? save.save(
                    Change.of(
                        change.before(),
                        change
                            .before()
                            .identified(
                                change.before().dossier().identity(),
                                new Service("expiry"),
                                clock.instant())))
                : InterceptedSaves.save(save, change));
  }

  /** Told as saved, and nothing is. */
  static SaveApplication leavingThePaid(SaveApplication save) {
    return saving(
        save,
        change ->
            !isFence(change) && change.before().booking().paid()
                ? new SaveApplication.Saved()
                : InterceptedSaves.save(save, change));
  }

  static Ports freeingBeforeSwap(Ports ports) {
    return ports.saving(
        saving(
            ports.save(),
            change -> {
              change
                  .before()
                  .booking()
                  .seat()
                  .ifPresent(old -> ports.free().free(old.session(), old.hold()));
              return InterceptedSaves.save(ports.save(), change);
            }));
  }

  static SaveApplication takingRefusalForMove(SaveApplication save) {
    return saving(
        save,
        change ->
            switch (InterceptedSaves.save(save, change)) {
              case SaveApplication.PersonHasBooking(), SaveApplication.HoldsExhausted _ ->
                  new SaveApplication.Moved();
              case SaveApplication.SaveOutcome other -> other;
            });
  }

  /** Money of a wrong amount pays the bill of a seat that is held. */
  static SaveApplication payingByAnyAmount(SaveApplication save, Clock clock) {
    return saving(
        save,
        change ->
            kept(change)
                .filter(notice -> notice.why() == ExceptionReason.WRONG_AMOUNT)
                .filter(notice -> change.before().booking().state() instanceof Held)
                .<SaveApplication.SaveOutcome>map(
                    notice ->
                        save.settle(
                            Change.settle(
                                change.before(),
                                paidBy(notice.notification(), change.before(), clock),
                                notice.settled())))
                .orElseGet(() -> InterceptedSaves.save(save, change)));
  }

  private static Application paidBy(PaymentNotification money, Application held, Clock clock) {
    return held.pay(
        held.booking().bill().orElseThrow(),
        new Bill.Payment(
            money.aggregator(), money.paymentId(), money.channel(), money.paidAt(), money.ntpn()),
        true,
        new Service("payments"),
        clock.instant());
  }

  /** The notice is kept as one that says nothing. */
  static SaveApplication swallowingRefunds(SaveApplication save, KeepNotification notifications) {
    return saving(
        save,
        change ->
            kept(change)
                .filter(notice -> notice.why() == ExceptionReason.TAKEN_BACK)
                .<SaveApplication.SaveOutcome>map(
                    notice -> {
                      var _ = notifications.resolve(notice.noted());
                      return new SaveApplication.Saved();
                    })
                .orElseGet(() -> InterceptedSaves.save(save, change)));
  }

  /** The notice that is written in the same transaction. */
  private static Optional<StoredNotification> kept(Change change) {
    for (Change.Part part : change.parts()) {
      if (part instanceof Change.KeepWith(StoredNotification notice)) {
        return Optional.of(notice);
      }
    }
    return Optional.empty();
  }

  static Ports storingTheEventFirst(Ports ports) {
    return ports.saving(
        saving(
            ports.save(),
            change -> {
              Change rest = change;
              for (Change.Part part : change.parts()) {
                if (part instanceof Change.KeepWith(var notification)) {
                  var _ = ports.notifications().resolve(notification);
                  rest = stripped(change, Change.KeepWith.class::isInstance);
                }
              }
              return InterceptedSaves.save(ports.save(), rest);
            }));
  }

  static SaveApplication without(SaveApplication save, Predicate<Change.Part> left) {
    return saving(save, change -> InterceptedSaves.save(save, stripped(change, left)));
  }

  static SaveApplication releasingAnybodys(SaveApplication save, World world) {
    return saving(
        save,
        change -> {
          if (change.parts().contains(new Change.ReleasePerson())) {
            world.applications.releaseGuard(change.before());
          }
          return InterceptedSaves.save(save, change);
        });
  }

  private static Change stripped(Change change, Predicate<Change.Part> left) {
    return InterceptedSaves.like(
        change,
        change.before(),
        change.after(),
        change.parts().stream().filter(left.negate()).toList());
  }
}

package id.antrean.payments;

import id.antrean.domain.Unavailable;
import id.antrean.domain.payment.KeepSenderUse;
import id.antrean.domain.payment.RawNotification;
import id.antrean.domain.payment.StoredNotification;
import id.antrean.domain.settlement.BillNow;
import id.antrean.gateway.Answer;
import id.antrean.gateway.Api;
import id.antrean.gateway.EventLog;
import id.antrean.gateway.EventLog.Detail;
import id.antrean.gateway.LogEvent;
import id.antrean.gateway.Request;
import id.antrean.gateway.Routes;
import id.antrean.payments.AcceptNotification.Captured;
import id.antrean.payments.AcceptNotification.NothingToStore;
import id.antrean.payments.AcceptNotification.Stored;
import id.antrean.payments.AcceptNotification.StoredUnclear;
import id.antrean.payments.AcceptNotification.TooMany;
import id.antrean.payments.AcceptNotification.WaitsForSweep;
import id.antrean.senders.Aggregator;
import id.antrean.senders.Aggregators;
import id.antrean.senders.Door;
import id.antrean.senders.Door.Answered;
import id.antrean.senders.Door.Asks;
import id.antrean.senders.Door.Tells;
import id.antrean.senders.Door.Trouble;
import id.antrean.senders.Door.Unbelieved;
import id.antrean.senders.Door.Use;
import id.antrean.senders.Why;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * The places of senders that have places and a dialect of their own. What is stored before 2xx is
 * answered is as everywhere; the words are the sender's.
 */
@Singleton
final class DoorRoutes implements Routes {
  private final Aggregators aggregators;
  private final TakeNotification take;
  private final KeepSenderUse uses;
  private final AskBill bills;
  private final EventLog log;
  private final Clock clock;

  DoorRoutes(
      Aggregators aggregators,
      TakeNotification take,
      KeepSenderUse uses,
      AskBill bills,
      EventLog log,
      Clock clock) {
    this.aggregators = aggregators;
    this.take = take;
    this.uses = uses;
    this.bills = bills;
    this.log = log;
    this.clock = clock;
  }

  @Override
  public Api on(Api api) {
    aggregators
        .all()
        .forEach(
            sender ->
                sender
                    .doors()
                    .forEach(
                        door ->
                            api.open(
                                "POST",
                                door.resource(),
                                request -> answered(sender, door, request))));
    return api;
  }

  private Answer answered(Aggregator sender, Door door, Request request) {
    Instant now = clock.instant();
    if (request.body().length > TakeNotification.MAX_BYTES) {
      return door.refusal(Trouble.TOO_LARGE, request, now);
    }
    try {
      return switch (door.hear(request, now)) {
        case Answered(Answer answer) -> answer;
        case Unbelieved(Why why, Answer answer) -> {
          take.refuse(sender, why, request);
          yield answer;
        }
        case Asks(List<Use> ids, String reference, Function<BillNow, Answer> answer) ->
            usedForAnother(ids).orElseGet(() -> answer.apply(bills.now(reference, sender.name())));
        case Tells tells -> told(sender, door, tells, request, now);
      };
    } catch (Unavailable unavailable) {
      log.fault(
          LogEvent.UNAVAILABLE, request.id(), unavailable, new Detail("route", door.resource()));
      return door.refusal(Trouble.UNAVAILABLE, request, now);
    }
  }

  /**
   * While the store is down no id can be claimed, and the notice is safe on its queue all the same:
   * it has an identity of its own, by which it counts once.
   */
  private Answer told(Aggregator sender, Door door, Tells tells, Request request, Instant now) {
    Optional<Answer> other;
    try {
      other = usedForAnother(tells.uses());
    } catch (Unavailable store) {
      other = Optional.empty();
    }
    return other.orElseGet(() -> taken(sender, door, tells.raw(), tells.answer(), request, now));
  }

  private Answer taken(
      Aggregator sender,
      Door door,
      RawNotification raw,
      Function<Optional<StoredNotification>, Answer> answer,
      Request request,
      Instant now) {
    return switch (take.take(sender, raw, request)) {
      case Stored(StoredNotification stored) -> answer.apply(Optional.of(stored));
      case StoredUnclear(StoredNotification stored, String _) -> answer.apply(Optional.of(stored));
      case WaitsForSweep(StoredNotification stored, Unavailable _) ->
          answer.apply(Optional.of(stored));
      case NothingToStore(), Captured(Unavailable _) -> answer.apply(Optional.empty());
      case TooMany() -> door.refusal(Trouble.TOO_MANY, request, now);
    };
  }

  /** The answer to a request under an id that stands for another. */
  private Optional<Answer> usedForAnother(List<Use> ids) {
    for (Use id : ids) {
      if (!uses.claim(id.use())) {
        return Optional.of(id.otherwise());
      }
    }
    return Optional.empty();
  }
}

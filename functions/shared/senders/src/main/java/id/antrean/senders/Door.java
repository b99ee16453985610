package id.antrean.senders;

import id.antrean.domain.payment.RawNotification;
import id.antrean.domain.payment.SenderUse;
import id.antrean.domain.payment.StoredNotification;
import id.antrean.domain.settlement.BillNow;
import id.antrean.gateway.Answer;
import id.antrean.gateway.Request;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** A place of its own where a sender calls us, and the dialect in which it is answered there. */
public interface Door {
  /** The route; the method is always POST. */
  String resource();

  /** What the sender wants. Throws {@link id.antrean.domain.Unavailable}. */
  Heard hear(Request request, Instant now);

  /** What is answered where it comes to nothing. */
  Answer refusal(Trouble trouble, Request request, Instant now);

  /** Why it comes to nothing, for reasons that are not the sender's format. */
  enum Trouble {
    TOO_LARGE,
    TOO_MANY,
    UNAVAILABLE
  }

  /** What the sender wants. */
  sealed interface Heard {}

  /** Nothing has to be done for the answer. */
  record Answered(Answer answer) implements Heard {}

  /** It is not believed. */
  record Unbelieved(Why why, Answer answer) implements Heard {}

  /**
   * It asks what a bill is at this moment.
   *
   * @param uses ids that may be used for this alone
   */
  record Asks(List<Use> uses, String reference, Function<BillNow, Answer> answer)
      implements Heard {}

  /**
   * It tells of money.
   *
   * @param answer by what became of the notice; nothing, where it is safe but not looked at yet
   */
  record Tells(
      List<Use> uses, RawNotification raw, Function<Optional<StoredNotification>, Answer> answer)
      implements Heard {}

  /**
   * An id that the sender uses once.
   *
   * @param otherwise what is answered when it was used for something else
   */
  record Use(SenderUse use, Answer otherwise) {}
}

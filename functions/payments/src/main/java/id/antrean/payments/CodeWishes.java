package id.antrean.payments;

import id.antrean.domain.ApplicationId;
import id.antrean.domain.application.Refusal;
import id.antrean.domain.payment.Bill;
import id.antrean.domain.payment.KeepSenderUse;
import id.antrean.domain.payment.PayOffer;
import id.antrean.domain.payment.PaymentCode;
import id.antrean.domain.payment.SenderUse;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;

/**
 * What applicants asked for under their idempotency keys: for a day a key stands for one way to
 * pay, and for the code that a bill had when the key was seen first. A repeat that comes after
 * another way was chosen is refused, instead of ending that one's code.
 */
@Singleton
public final class CodeWishes {
  private static final Duration KEPT = Duration.ofHours(24);
  private final KeepSenderUse uses;
  private final Clock clock;

  public CodeWishes(KeepSenderUse uses, Clock clock) {
    this.uses = uses;
    this.clock = clock;
  }

  /** Why that key is not for this wish; empty where it is. */
  Optional<Refusal> refused(ApplicationId id, Bill bill, PayOffer offer, String key) {
    if (!claims(
        id, key, "offer", offer.channel() + "." + offer.aggregator() + "." + offer.bank())) {
      return Optional.of(new Refusal.KeyReused());
    }
    PaymentCode latest = bill.paymentCode();
    if (latest != null && latest.isOf(offer)) {
      return Optional.empty();
    }
    String seen = bill.code().value() + "-" + (latest == null ? 0 : latest.attempt());
    return claims(id, key, "seen", seen)
        ? Optional.empty()
        : Optional.of(new Refusal.Overtaken(null));
  }

  private boolean claims(ApplicationId id, String key, String what, String value) {
    return uses.claim(
        new SenderUse(
            "code#" + id.value() + "#" + what + "#" + key, value, clock.instant().plus(KEPT)));
  }
}

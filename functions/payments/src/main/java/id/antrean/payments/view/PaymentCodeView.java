package id.antrean.payments.view;

import id.antrean.domain.payment.Bill;
import id.antrean.domain.payment.PayChannel;
import id.antrean.domain.payment.PayOffer;
import id.antrean.domain.payment.PaymentCode;
import id.antrean.gateway.Language;
import id.antrean.gateway.Messages;
import id.antrean.gateway.Times;
import id.antrean.gateway.View;
import id.antrean.gateway.view.Currency;
import java.time.ZoneId;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** By what a bill is paid now. */
public record PaymentCodeView(
    PayChannel channel,
    String aggregator,
    @Nullable String bank,
    String code,
    @Nullable String qr,
    long amount,
    Currency currency,
    String expiresAt,
    String howTo)
    implements View {
  /** A code that is alive. */
  public static PaymentCodeView of(
      Bill bill, PaymentCode code, @Nullable ZoneId zone, Language language) {
    PayOffer offer = code.offer();
    return new PaymentCodeView(
        offer.channel(),
        offer.aggregator(),
        offer.bank(),
        Objects.requireNonNull(code.code()),
        code.qr(),
        bill.amount(),
        Currency.IDR,
        Times.at(code.expiresAt(), zone),
        Messages.text(language, howTo(offer)));
  }

  /** MPN is no bank: every bank takes money for the state. */
  private static String howTo(PayOffer offer) {
    String channel = "pay." + offer.channel().name();
    return "MPN".equals(offer.bank()) ? channel + ".MPN" : channel;
  }
}

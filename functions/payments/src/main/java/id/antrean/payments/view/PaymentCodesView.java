package id.antrean.payments.view;

import id.antrean.domain.payment.PayChannel;
import id.antrean.domain.payment.PayOffer;
import id.antrean.gateway.Language;
import id.antrean.gateway.Messages;
import id.antrean.gateway.View;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/** The code that is alive, and what can be asked for. */
public record PaymentCodesView(List<PaymentCodeView> items, List<PayChannelOfferView> channels)
    implements View {
  public PaymentCodesView {
    items = List.copyOf(items);
    channels = List.copyOf(channels);
  }

  /**
   * A way to pay.
   *
   * @param banks of a virtual account; none where there is nothing to choose
   */
  public record PayChannelOfferView(
      PayChannel channel, String name, List<String> aggregators, List<String> banks)
      implements View {
    public PayChannelOfferView {
      aggregators = List.copyOf(aggregators);
      banks = List.copyOf(banks);
    }

    private static PayChannelOfferView of(
        PayChannel channel, List<PayOffer> offers, Language language) {
      return new PayChannelOfferView(
          channel,
          Messages.text(language, "pay." + channel.name() + ".name"),
          offers.stream().map(PayOffer::aggregator).distinct().toList(),
          offers.stream().map(PayOffer::bank).filter(Objects::nonNull).distinct().toList());
    }
  }

  /** In the order in which they are preferred. */
  public static PaymentCodesView of(
      Stream<PaymentCodeView> live, List<PayOffer> offers, Language language) {
    Map<PayChannel, List<PayOffer>> byChannel = new LinkedHashMap<>();
    offers.forEach(
        offer -> byChannel.computeIfAbsent(offer.channel(), it -> new ArrayList<>()).add(offer));
    return new PaymentCodesView(
        live.toList(),
        byChannel.entrySet().stream()
            .map(entry -> PayChannelOfferView.of(entry.getKey(), entry.getValue(), language))
            .toList());
  }
}

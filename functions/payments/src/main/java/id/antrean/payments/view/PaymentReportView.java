package id.antrean.payments.view;

import id.antrean.gateway.View;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How the money stands.
 *
 * @param oldestUnsettledAt of what waits for its sender; null where nothing does
 */
public record PaymentReportView(
    int paidToday,
    int paidWithoutNtpn,
    @Nullable String oldestUnsettledAt,
    List<SenderReportView> senders)
    implements View {
  public PaymentReportView {
    senders = List.copyOf(senders);
  }

  /**
   * An aggregator.
   *
   * @param lastHeardAt today or yesterday; null where nothing came
   * @param silent whether nothing was heard for an hour of opening time
   */
  public record SenderReportView(String aggregator, @Nullable String lastHeardAt, boolean silent)
      implements View {}
}

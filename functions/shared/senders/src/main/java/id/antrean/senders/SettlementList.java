package id.antrean.senders;

import id.antrean.domain.payment.ListedPayment;
import id.antrean.domain.payment.RawNotification;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** How an aggregator lists what it took in on a day. */
public interface SettlementList {
  /** What it lists of money that came; empty for what is no list of its. */
  Optional<List<ListedPayment>> read(String text);

  /** A payment on it as the aggregator would have told us of it. */
  RawNotification asTold(ListedPayment payment, Instant now);
}

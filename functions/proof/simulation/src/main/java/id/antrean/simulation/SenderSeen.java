package id.antrean.simulation;

import id.antrean.domain.payment.PaymentNotification;
import id.antrean.domain.payment.RawNotification;
import id.antrean.senders.Aggregator;
import id.antrean.senders.PayableCodes;
import id.antrean.senders.SettlementList;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** An aggregator as a function sees it whose look at its codes, or at its list, is broken. */
record SenderSeen(
    Aggregator sender,
    UnaryOperator<PayableCodes> codesSeen,
    UnaryOperator<SettlementList> listSeen)
    implements Aggregator {

  static Aggregator byCodes(Aggregator sender, UnaryOperator<PayableCodes> broken) {
    return new SenderSeen(sender, broken, UnaryOperator.identity());
  }

  static Aggregator byList(Aggregator sender, UnaryOperator<SettlementList> broken) {
    return new SenderSeen(sender, UnaryOperator.identity(), broken);
  }

  @Override
  public String name() {
    return sender.name();
  }

  @Override
  public Optional<PayableCodes> codes() {
    return sender.codes().map(codesSeen);
  }

  @Override
  public Optional<SettlementList> settlementList() {
    return sender.settlementList().map(listSeen);
  }

  @Override
  public Translation translate(RawNotification raw) {
    return sender.translate(raw);
  }

  @Override
  public boolean signsEverything() {
    return sender.signsEverything();
  }

  @Override
  public Confirmation confirm(PaymentNotification claimed, RawNotification raw) {
    return sender.confirm(claimed, raw);
  }
}

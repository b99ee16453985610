package id.antrean.senders.snap;

import id.antrean.aws.Environment;
import id.antrean.senders.Aggregator;
import id.antrean.senders.SenderSecrets;
import id.antrean.senders.snap.SnapBillView.SnapBillDataView;
import id.antrean.senders.snap.SnapBillView.SnapReasonView;
import id.antrean.senders.snap.SnapPaymentView.SnapPaymentDataView;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.inject.Singleton;

/** SNAP BI among the senders. */
@RegisterForReflection(
    targets = {
      SnapAnswerView.class,
      SnapTokenView.class,
      SnapAmountView.class,
      SnapBillView.class,
      SnapBillDataView.class,
      SnapReasonView.class,
      SnapPaymentView.class,
      SnapPaymentDataView.class
    })
class Wiring {
  @Singleton
  Aggregator snap(SenderSecrets secrets) {
    return new Snap(secrets, Environment.text("SNAP_SECRET_ID"));
  }
}

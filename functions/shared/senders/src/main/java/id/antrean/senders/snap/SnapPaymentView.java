package id.antrean.senders.snap;

import id.antrean.gateway.View;

/** That a payment was taken in. */
record SnapPaymentView(
    String responseCode, String responseMessage, SnapPaymentDataView virtualAccountData)
    implements View {

  /** The payment, as it was told. */
  record SnapPaymentDataView(
      String partnerServiceId,
      String customerNo,
      String virtualAccountNo,
      String virtualAccountName,
      String paymentRequestId,
      SnapAmountView paidAmount,
      String paymentFlagStatus)
      implements View {}
}

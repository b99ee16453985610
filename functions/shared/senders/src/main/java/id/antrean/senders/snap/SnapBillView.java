package id.antrean.senders.snap;

import id.antrean.gateway.View;

/** What a bank shows of a bill before it takes money for it: whose it is, it need not know. */
record SnapBillView(
    String responseCode, String responseMessage, SnapBillDataView virtualAccountData)
    implements View {

  /** The bill. */
  record SnapBillDataView(
      String inquiryStatus,
      SnapReasonView inquiryReason,
      String partnerServiceId,
      String customerNo,
      String virtualAccountNo,
      String virtualAccountName,
      String inquiryRequestId,
      SnapAmountView totalAmount,
      String virtualAccountTrxType,
      String expiredDate)
      implements View {}

  /** A reason in both languages of a bank's screens. */
  record SnapReasonView(String english, String indonesia) implements View {}
}

package id.antrean.domain.payment;

/** A way to pay, as people know it. */
public enum PayChannel {
  BANK_VA,
  QRIS,
  INDOMARET,
  POST_OFFICE,
  MARKETPLACE
}

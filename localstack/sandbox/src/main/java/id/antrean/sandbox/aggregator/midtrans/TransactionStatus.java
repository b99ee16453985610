package id.antrean.sandbox.aggregator.midtrans;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** Midtrans's transaction statuses, with the status code that it sends beside each. */
enum TransactionStatus {
  SETTLEMENT("200", "Success, transaction is found"),
  CAPTURE("200", "Success, Credit Card transaction is successful"),
  PENDING("201", "Success, transaction is found"),
  DENY("202", "Deny by provider"),
  EXPIRE("202", "Success, transaction is found"),
  CANCEL("200", "Success, transaction is canceled"),
  REFUND("200", "Success, refund request is approved"),
  PARTIAL_REFUND("200", "Success, refund request is approved"),
  CHARGEBACK("200", "Success, transaction is found");

  private final String code;
  private final String message;

  TransactionStatus(String code, String message) {
    this.code = code;
    this.message = message;
  }

  static List<String> words() {
    return Arrays.stream(values()).map(TransactionStatus::word).toList();
  }

  static TransactionStatus of(String word) {
    return valueOf(word.toUpperCase(Locale.ROOT));
  }

  /** Whether the money is with the merchant. */
  boolean paid() {
    return this == SETTLEMENT || this == CAPTURE;
  }

  /** Whether money that was paid went back. */
  boolean takenBack() {
    return this == REFUND || this == PARTIAL_REFUND || this == CHARGEBACK;
  }

  /** Whether it is something that befalls a payment of before. */
  boolean endsPayment() {
    return takenBack() || this == DENY || this == CANCEL;
  }

  String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  String code() {
    return code;
  }

  String message() {
    return message;
  }
}

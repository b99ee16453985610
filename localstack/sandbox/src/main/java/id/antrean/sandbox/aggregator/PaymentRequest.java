package id.antrean.sandbox.aggregator;

import id.antrean.sandbox.http.Fields;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;

/**
 * What a developer asks of an aggregator: which payment to make, and how to tell the API of it.
 *
 * @param paymentId a new one if absent
 * @param amount the bill's if absent
 * @param fee on top of the amount, none if absent
 * @param times how often the same notification is delivered; 0: it gets lost
 * @param tamper whether the body is changed after signing
 * @param after how much later than now it is delivered
 * @param retry whether a delivery that is not answered well is repeated as that aggregator does
 */
record PaymentRequest(
    String billingCode,
    Optional<String> paymentId,
    Optional<Long> amount,
    long fee,
    String currency,
    String status,
    Optional<String> channel,
    Optional<String> format,
    Optional<Instant> paidAt,
    int times,
    boolean tamper,
    Optional<Duration> after,
    boolean retry) {
  private static final long MOST_RUPIAH = 1_000_000_000_000L;
  private static final int MOST_TIMES = 1_000;
  private static final Duration LATEST = Duration.ofDays(30);
  private static final int LONGEST_CODE = 50;

  /** Reads the request; what is wrong with it is then in {@code fields.errors()}. */
  static PaymentRequest from(Fields fields, Aggregator aggregator) {
    String billingCode = fields.requiredText("billingCode");
    if (billingCode.length() > LONGEST_CODE) {
      fields.wrong("/billingCode", "at most " + LONGEST_CODE + " characters are expected");
    }
    return new PaymentRequest(
        billingCode,
        fields.parsed(
            "paymentId",
            "1 to 64 letters, digits, hyphens or underscores are expected",
            PaymentRequest::id),
        fields.number("amount", 0, MOST_RUPIAH),
        fields.number("fee", 0, MOST_RUPIAH).orElse(0L),
        fields
            .parsed(
                "currency",
                "three capital letters such as IDR are expected",
                PaymentRequest::currencyCode)
            .orElse("IDR"),
        fields.oneOf("status", aggregator.statuses()).orElse(aggregator.statuses().getFirst()),
        fields.oneOf("channel", aggregator.channels()),
        fields.oneOf("format", aggregator.formats()),
        fields.parsed(
            "paidAt",
            "a time with an offset such as 2026-12-07T08:00:00+07:00 is expected",
            text -> OffsetDateTime.parse(text).toInstant()),
        fields.number("times", 0, MOST_TIMES).orElse(1L).intValue(),
        fields.truth("tamper").orElse(false),
        fields.parsed(
            "after", "a duration from PT0S to P30D is expected", PaymentRequest::lateness),
        fields.truth("retry").orElse(false));
  }

  Payment payment(long owed, Instant now) {
    return new Payment(
        billingCode,
        paymentId,
        owed,
        fee,
        currency,
        status,
        channel,
        format,
        paidAt.orElse(now),
        now);
  }

  private static Duration lateness(String text) {
    Duration wait = Duration.parse(text);
    if (wait.isNegative() || wait.compareTo(LATEST) > 0) {
      throw new IllegalArgumentException("not within 30 days");
    }
    return wait;
  }

  private static String id(String text) {
    if (!text.matches("[A-Za-z0-9_-]{1,64}")) {
      throw new IllegalArgumentException("not an id");
    }
    return text;
  }

  /** The form alone; whether the system takes that currency is for the system to say. */
  private static String currencyCode(String text) {
    if (!text.matches("[A-Z]{3}")) {
      throw new IllegalArgumentException("not a currency code");
    }
    return text;
  }
}

package id.antrean.senders.xendit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import id.antrean.domain.payment.PaymentNotification;
import id.antrean.domain.payment.PaymentNotification.Kind;
import id.antrean.senders.WholeRupiah;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A product of Xendit's, and where its callbacks write what counts: JSON Pointers, of which the
 * first that is there holds. What the API tells of the payment has the same fields.
 */
@SuppressWarnings("ImmutableEnumChecker") // Its lists are of List.of.
enum XenditProduct {
  /** The payments API as it is now: money that came is a capture. */
  PAYMENT_V3(
      true,
      List.of("/payment_id", "/payment_request_id"),
      "/reference_id",
      List.of("/captures/0/capture_amount", "/request_amount"),
      List.of("/captures/0/capture_timestamp", "/updated", "/created"),
      List.of("/channel_code")) {
    @Override
    JsonNode amount(JsonNode data) {
      JsonNode captures = data.path("captures");
      return captures.isEmpty() ? super.amount(data) : sum(captures);
    }
  },

  /** The payments API of 2022 to 2024. */
  PAYMENT_V2(
      true,
      List.of("/payment_request_id", "/id"),
      "/reference_id",
      List.of("/amount"),
      List.of("/updated", "/created"),
      List.of("/payment_method/type")),

  /** Money that goes back, in whichever version of the payments API. */
  REFUND(
      true,
      List.of("/payment_id", "/payment_request_id"),
      "/reference_id",
      List.of("/amount"),
      List.of("/updated", "/created"),
      List.of()) {
    @Override
    String word(JsonNode data) {
      return "refund." + data.path("id").asText("");
    }

    @Override
    Kind kind(JsonNode data) {
      return status(data).equals("SUCCEEDED") ? Kind.TAKEN_BACK : Kind.PENDING;
    }
  },

  /** QR codes of version 2022-07-31. */
  QR_CODE(
      true, List.of("/id"), "/reference_id", List.of("/amount"), List.of("/created"), List.of()) {
    @Override
    String channel(JsonNode data) {
      return "QRIS";
    }
  },

  /** QR codes of the version before. */
  FORMER_QR_CODE(
      false,
      List.of("/id"),
      "/qr_code/external_id",
      List.of("/amount"),
      List.of("/created"),
      List.of()) {
    @Override
    String channel(JsonNode data) {
      return "QRIS";
    }
  },

  /** An invoice is paid once. What was paid counts, not what was asked for. */
  INVOICE(
      false,
      List.of("/id"),
      "/external_id",
      List.of("/paid_amount", "/amount"),
      List.of("/paid_at", "/updated"),
      List.of("/payment_channel", "/bank_code", "/payment_method")) {
    // PAID and SETTLED are one thing that is said twice.
    @Override
    String word(JsonNode data) {
      return kind(data) == Kind.PAID ? "PAID" : status(data);
    }
  },

  /** A fixed virtual account: it says of no status, and that it comes is that money came. */
  VIRTUAL_ACCOUNT(
      false,
      List.of("/payment_id"),
      "/external_id",
      List.of("/amount"),
      List.of("/transaction_timestamp", "/updated", "/created"),
      List.of("/bank_code")) {
    @Override
    String word(JsonNode data) {
      return "paid";
    }

    @Override
    Kind kind(JsonNode data) {
      return Kind.PAID;
    }
  },

  /** A code that is paid at a shop's counter. */
  RETAIL_OUTLET(
      false,
      List.of("/payment_id", "/fixed_payment_code_payment_id"),
      "/external_id",
      List.of("/amount"),
      List.of("/transaction_timestamp"),
      List.of("/retail_outlet_name"));

  private final boolean inData;
  private final List<String> ids;
  private final String reference;
  private final List<String> amounts;
  private final List<String> times;
  private final List<String> channels;

  /**
   * @param inData whether its payment stands in the callback's {@code data}
   */
  XenditProduct(
      boolean inData,
      List<String> ids,
      String reference,
      List<String> amounts,
      List<String> times,
      List<String> channels) {
    this.inData = inData;
    this.ids = ids;
    this.reference = reference;
    this.amounts = amounts;
    this.times = times;
    this.channels = channels;
  }

  boolean isInData() {
    return inData;
  }

  /** What is said of the payment there. */
  XenditPayment payment(JsonNode data) {
    return new XenditPayment(
        first(data, ids).asText(""),
        word(data),
        data.at(reference).asText(""),
        amount(data),
        data.path("currency").asText("IDR"),
        kind(data),
        first(data, times).asText(""),
        channel(data));
  }

  /** Where in a callback the payment's id would have to be. */
  String idPointer() {
    return inCallback(ids.getFirst());
  }

  String amountPointer() {
    return inCallback(amounts.getFirst());
  }

  private String inCallback(String pointer) {
    return inData ? "/data" + pointer : pointer;
  }

  // ---- What most have in common ----

  String word(JsonNode data) {
    return status(data);
  }

  Kind kind(JsonNode data) {
    return switch (status(data)) {
      case "SUCCEEDED", "PAID", "SETTLED", "COMPLETED" -> Kind.PAID;
      case "FAILED", "CANCELED" -> Kind.FAILED;
      case "EXPIRED" -> Kind.EXPIRED;
      default -> Kind.PENDING;
    };
  }

  JsonNode amount(JsonNode data) {
    return first(data, amounts);
  }

  @Nullable String channel(JsonNode data) {
    String channel = first(data, channels).asText("");
    return channel.isEmpty() ? null : channel;
  }

  static String status(JsonNode data) {
    return data.path("status").asText("");
  }

  private static JsonNode first(JsonNode data, List<String> pointers) {
    return pointers.stream()
        .map(data::at)
        .filter(node -> !node.isMissingNode() && !node.isNull())
        .findFirst()
        .orElseGet(MissingNode::getInstance);
  }

  /** Not told, where one of them is not readable. */
  private static JsonNode sum(JsonNode captures) {
    BigDecimal all = BigDecimal.ZERO;
    for (JsonNode capture : captures) {
      long amount = WholeRupiah.of(capture.path("capture_amount"));
      if (amount == PaymentNotification.NOT_TOLD) {
        return capture.path("capture_amount");
      }
      all = all.add(BigDecimal.valueOf(amount));
    }
    return DecimalNode.valueOf(all);
  }
}

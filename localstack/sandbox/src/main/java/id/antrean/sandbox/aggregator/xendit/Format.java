package id.antrean.sandbox.aggregator.xendit;

import com.fasterxml.jackson.databind.node.ObjectNode;
import id.antrean.sandbox.aggregator.Payment;
import id.antrean.sandbox.http.Json;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** How each of Xendit's products tells of a payment, and where its API is asked for it. */
enum Format {
  PAYMENT_V3 {
    @Override
    ObjectNode describe(String id, String channel, Payment payment) {
      ObjectNode data = Json.object();
      data.put("payment_id", id).put("payment_request_id", "pr-" + id);
      data.put("reference_id", payment.billingCode()).put("status", payment.status());
      data.put("type", "PAY").put("country", "ID").put("currency", payment.currency());
      data.put("channel_code", channel).put("capture_method", "AUTOMATIC");
      if (payment.status().equals(PAID)) {
        data.set(
            "captures",
            Json.tree(
                List.of(
                    Map.of(
                        "capture_id", "cptr-" + id,
                        "capture_amount", payment.amount(),
                        "capture_timestamp", utc(payment.paidAt())))));
      } else {
        data.put("request_amount", payment.amount());
      }
      return data.put("created", utc(payment.paidAt())).put("updated", utc(payment.sentAt()));
    }

    @Override
    ObjectNode callback(ObjectNode payment, Payment told) {
      String event =
          switch (told.status()) {
            case PAID -> "payment.capture";
            case "EXPIRED" -> "payment.expiry";
            case "AUTHORIZED" -> "payment.authorization";
            default -> "payment.failure";
          };
      return event(event, payment, told).put("api_version", "v3");
    }

    @Override
    String path(String id) {
      return "/v3/payments/" + id;
    }
  },
  PAYMENT_V2 {
    @Override
    ObjectNode describe(String id, String channel, Payment payment) {
      ObjectNode data = Json.object();
      data.put("id", "ddpy-" + id).put("payment_request_id", id);
      data.put("reference_id", payment.billingCode()).put("status", payment.status());
      data.put("country", "ID").put("currency", payment.currency()).put("amount", payment.amount());
      data.putObject("payment_method").put("id", "pm-" + id).put("type", "VIRTUAL_ACCOUNT");
      return data.put("created", utc(payment.paidAt())).put("updated", utc(payment.paidAt()));
    }

    @Override
    ObjectNode callback(ObjectNode payment, Payment told) {
      return event(
          told.status().equals(PAID) ? "payment.succeeded" : "payment.failed", payment, told);
    }

    @Override
    String path(String id) {
      return "/payment_requests/" + id;
    }
  },
  INVOICE {
    @Override
    ObjectNode describe(String id, String channel, Payment payment) {
      ObjectNode body = Json.object();
      body.put("id", id).put("external_id", payment.billingCode()).put("user_id", "u-antrean");
      body.put("status", payment.status().equals(PAID) ? "PAID" : payment.status());
      body.put("merchant_name", "Imigrasi").put("amount", payment.amount());
      if (payment.status().equals(PAID)) {
        body.put("paid_amount", payment.amount()).put("paid_at", utc(payment.paidAt()));
      }
      body.put("payment_method", "BANK_TRANSFER").put("payment_channel", channel);
      body.put("currency", payment.currency());
      return body.put("created", utc(payment.paidAt())).put("updated", utc(payment.sentAt()));
    }

    @Override
    String path(String id) {
      return "/v2/invoices/" + id;
    }
  },
  VIRTUAL_ACCOUNT {
    @Override
    ObjectNode describe(String id, String channel, Payment payment) {
      ObjectNode body = Json.object();
      body.put("id", "fva-" + id).put("payment_id", id);
      body.put("callback_virtual_account_id", "va-" + id).put("owner_id", "u-antrean");
      body.put("external_id", payment.billingCode()).put("account_number", "88089999");
      body.put("bank_code", channel).put("merchant_code", "8808").put("amount", payment.amount());
      return body.put("currency", payment.currency())
          .put("transaction_timestamp", utc(payment.paidAt()));
    }

    @Override
    String path(String id) {
      return "/callback_virtual_account_payments/payment_id=" + id;
    }
  },
  RETAIL_OUTLET {
    @Override
    ObjectNode describe(String id, String channel, Payment payment) {
      ObjectNode body = Json.object();
      body.put("id", "rtl-" + id).put("external_id", payment.billingCode());
      body.put("prefix", "PASPOR").put("payment_code", "PASPOR" + payment.billingCode());
      body.put("retail_outlet_name", channel).put("name", "PNBP PASPOR");
      body.put("amount", payment.amount()).put("status", "COMPLETED").put("payment_id", id);
      body.put("fixed_payment_code_id", "fpc-" + id);
      body.put("fixed_payment_code_payment_id", "fpcp-" + id).put("owner_id", "u-antrean");
      return body.put("transaction_timestamp", utc(payment.paidAt()));
    }

    @Override
    ObjectNode known(ObjectNode payment) {
      return listed(payment);
    }

    @Override
    String path(String id) {
      return "/fixed_payment_code/fpc-" + id + "/payments";
    }
  },
  QR_CODE {
    @Override
    ObjectNode describe(String id, String channel, Payment payment) {
      ObjectNode data = Json.object();
      data.put("id", id).put("qr_id", "qr_" + id).put("reference_id", payment.billingCode());
      data.put("amount", payment.amount()).put("currency", payment.currency());
      data.put("status", payment.status()).put("channel_code", "ID_DANA");
      return data.put("created", utc(payment.paidAt()));
    }

    @Override
    ObjectNode callback(ObjectNode payment, Payment told) {
      return event("qr.payment", payment, told);
    }

    @Override
    ObjectNode known(ObjectNode payment) {
      return listed(payment);
    }

    @Override
    String path(String id) {
      return "/qr_codes/qr_" + id + "/payments";
    }
  };

  static final String PAID = "SUCCEEDED";

  /** The payment as the product's API tells it. */
  abstract ObjectNode describe(String id, String channel, Payment payment);

  /** The callback about it: with most products the payment itself. */
  ObjectNode callback(ObjectNode payment, Payment told) {
    return payment;
  }

  /** What the API answers, where it tells more than the one. */
  ObjectNode known(ObjectNode payment) {
    return payment;
  }

  /** Where the API is asked. */
  abstract String path(String id);

  static List<String> words() {
    return Arrays.stream(values()).map(it -> it.name().toLowerCase(Locale.ROOT)).toList();
  }

  static Format of(String word) {
    return valueOf(word.toUpperCase(Locale.ROOT));
  }

  private static ObjectNode listed(ObjectNode payment) {
    ObjectNode answer = Json.object();
    answer.putArray("data").add(payment);
    return answer;
  }

  static ObjectNode event(String name, ObjectNode data, Payment told) {
    ObjectNode body = Json.object();
    body.put("event", name).put("business_id", "u-antrean").put("created", utc(told.sentAt()));
    body.set("data", data);
    return body;
  }

  static String utc(Instant time) {
    return time.truncatedTo(ChronoUnit.MILLIS).toString();
  }
}

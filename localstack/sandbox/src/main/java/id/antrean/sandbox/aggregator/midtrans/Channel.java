package id.antrean.sandbox.aggregator.midtrans;

import com.fasterxml.jackson.databind.node.ObjectNode;
import id.antrean.sandbox.http.Json;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The ways to pay at Midtrans, each with the members that it alone adds to a notification. */
enum Channel {
  BANK_TRANSFER {
    @Override
    void describe(ObjectNode body, String billingCode) {
      body.put("fraud_status", "accept");
      body.set(
          "va_numbers",
          Json.tree(List.of(Map.of("bank", "bni", "va_number", "988" + billingCode))));
      body.set("payment_amounts", Json.tree(List.of()));
    }
  },
  QRIS {
    @Override
    void describe(ObjectNode body, String billingCode) {
      body.put("fraud_status", "accept");
      body.put("transaction_type", "on-us");
      body.put("issuer", "gopay");
      body.put("acquirer", "gopay");
    }
  },
  /** A shop's counter; the one channel that tells no fraud status. */
  CSTORE {
    @Override
    void describe(ObjectNode body, String billingCode) {
      body.put("store", "indomaret");
      body.put("payment_code", "578" + billingCode);
      body.put("approval_code", "45682001084123432248");
    }
  },
  CREDIT_CARD {
    @Override
    void describe(ObjectNode body, String billingCode) {
      body.put("fraud_status", "accept");
      body.put("masked_card", "48111111-1114");
      body.put("bank", "bni");
      body.put("card_type", "credit");
      body.put("eci", "05");
      body.put("channel_response_code", "00");
      body.put("channel_response_message", "Approved");
    }
  };

  abstract void describe(ObjectNode body, String billingCode);

  static List<String> words() {
    return Arrays.stream(values()).map(Channel::word).toList();
  }

  static Channel of(String word) {
    return valueOf(word.toUpperCase(Locale.ROOT));
  }

  String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}

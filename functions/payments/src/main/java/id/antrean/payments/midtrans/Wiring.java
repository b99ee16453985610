package id.antrean.payments.midtrans;

import id.antrean.aws.Environment;
import id.antrean.payments.Aggregator;
import id.antrean.payments.Keys;
import id.antrean.payments.SenderSecrets;
import jakarta.inject.Singleton;
import java.net.http.HttpClient;
import java.time.Duration;

/** Midtrans among the senders. */
class Wiring {

  @Singleton
  Aggregator midtrans(SenderSecrets secrets) {
    Keys keys = secrets.keys(Environment.text("MIDTRANS_SECRET_ID"), "serverKey");
    HttpClient http = HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();
    return new Midtrans(keys, new StatusApi(http, Environment.optional("MIDTRANS_API_URL"), keys));
  }
}

package id.antrean.senders.midtrans;

import id.antrean.aws.Environment;
import id.antrean.senders.Aggregator;
import id.antrean.senders.Keys;
import id.antrean.senders.SenderApi;
import id.antrean.senders.SenderSecrets;
import jakarta.inject.Singleton;

/** Midtrans among the senders. */
class Wiring {
  @Singleton
  Aggregator midtrans(SenderSecrets secrets) {
    Keys keys = secrets.keys(Environment.text("MIDTRANS_SECRET_ID"), "serverKey");
    SenderApi api = SenderApi.at(Environment.optional("MIDTRANS_API_URL"));
    return new Midtrans(keys, new StatusApi(api, keys));
  }
}

package id.antrean.senders.xendit;

import id.antrean.aws.Environment;
import id.antrean.senders.Aggregator;
import id.antrean.senders.SenderApi;
import id.antrean.senders.SenderSecrets;
import jakarta.inject.Singleton;

/** Xendit among the senders. */
class Wiring {
  @Singleton
  Aggregator xendit(SenderSecrets secrets) {
    String secret = Environment.text("XENDIT_SECRET_ID");
    SenderApi api = SenderApi.at(Environment.optional("XENDIT_API_URL"));
    return new Xendit(
        secrets.keys(secret, "callbackToken"), new XenditApi(api, secrets.keys(secret, "apiKey")));
  }
}

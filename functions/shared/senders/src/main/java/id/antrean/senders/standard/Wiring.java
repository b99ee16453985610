package id.antrean.senders.standard;

import id.antrean.aws.Environment;
import id.antrean.senders.Aggregator;
import id.antrean.senders.SenderSecrets;
import jakarta.inject.Singleton;

/** Senders by Standard Webhooks among the senders. */
class Wiring {

  @Singleton
  Aggregator standardWebhooks(SenderSecrets secrets) {
    return new StandardWebhooks(secrets.keys(Environment.text("STANDARD_SECRET_ID"), "secret"));
  }
}

package id.antrean.senders.doku;

import id.antrean.aws.Environment;
import id.antrean.senders.Aggregator;
import id.antrean.senders.SenderSecrets;
import jakarta.inject.Singleton;

/** DOKU among the senders. */
class Wiring {
  @Singleton
  Aggregator doku(SenderSecrets secrets) {
    String secret = Environment.text("DOKU_SECRET_ID");
    return new Doku(
        secrets.keys(secret, "clientId"),
        secrets.keys(secret, "secretKey"),
        Environment.optional("DOKU_REQUEST_TARGET"));
  }
}

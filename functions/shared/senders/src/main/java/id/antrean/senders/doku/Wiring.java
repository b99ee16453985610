package id.antrean.senders.doku;

import id.antrean.aws.Environment;
import id.antrean.senders.Aggregator;
import id.antrean.senders.Keys;
import id.antrean.senders.SenderApi;
import id.antrean.senders.SenderSecrets;
import jakarta.inject.Singleton;

/** DOKU among the senders. */
class Wiring {
  @Singleton
  Aggregator doku(SenderSecrets secrets) {
    String secret = Environment.text("DOKU_SECRET_ID");
    Keys clients = secrets.keys(secret, "clientId");
    Keys keys = secrets.keys(secret, "secretKey");
    SenderApi api = SenderApi.at(Environment.optional("DOKU_API_URL"));
    return new Doku(
        clients,
        keys,
        Environment.optional("DOKU_REQUEST_TARGET"),
        new DokuStatus(api, clients, keys));
  }
}

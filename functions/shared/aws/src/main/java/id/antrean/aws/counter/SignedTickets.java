package id.antrean.aws.counter;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import id.antrean.domain.ApplicationId;
import id.antrean.domain.counter.PublishTicketKeys;
import id.antrean.domain.counter.SignTickets;
import id.antrean.domain.counter.Ticket;
import id.antrean.domain.counter.TicketCode;
import id.antrean.domain.office.HoldId;
import id.antrean.domain.office.SessionId;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A ticket as a compact JSON Web Signature (RFC 7515, EdDSA of RFC 8037): application, its version
 * at the hold, session, office and day, and the code to type; nothing of a person. It stays as
 * short as a QR of the size of a thumb can be.
 */
public final class SignedTickets implements SignTickets, PublishTicketKeys {
  /** No ticket of ours is longer. */
  private static final int LONGEST = 1024;

  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final Base64.Encoder TO_BASE64 = Base64.getUrlEncoder().withoutPadding();

  private final TicketSecrets secrets;
  private final Map<String, TicketKey> keys = new ConcurrentHashMap<>();

  public SignedTickets(TicketSecrets secrets) {
    this.secrets = secrets;
  }

  private List<TicketKey> keys(List<String> of) {
    return of.stream().map(secret -> keys.computeIfAbsent(secret, TicketKey::of)).toList();
  }

  /** A key that is not known may be one that another process has read before this one. */
  private Optional<TicketKey> key(String id) {
    return named(id, secrets.valid()).or(() -> named(id, secrets.renewed()));
  }

  private Optional<TicketKey> named(String id, List<String> of) {
    return keys(of).stream().filter(key -> key.id().equals(id)).findFirst();
  }

  @Override
  public List<PublishedKey> keysNow() {
    return keys(secrets.valid()).stream()
        .map(key -> new PublishedKey(key.id(), key.publicKey()))
        .toList();
  }

  @Override
  public String sign(Ticket ticket, Instant until) {
    TicketKey key = keys(List.of(secrets.signing())).getFirst();
    ObjectNode header = JsonNodeFactory.instance.objectNode();
    header.put("alg", "EdDSA").put("kid", key.id());
    ObjectNode claims = JsonNodeFactory.instance.objectNode();
    claims
        .put("app", ticket.application().value())
        .put("seat", ticket.hold().version())
        .put("session", ticket.session().toString())
        .put("office", ticket.session().office().value())
        .put("day", ticket.session().date().toString())
        .put("code", ticket.code().toString())
        .put("exp", until.getEpochSecond());
    String signed = base64(utf8(header.toString())) + "." + base64(utf8(claims.toString()));
    return signed + "." + base64(key.sign(utf8(signed)));
  }

  @Override
  public Optional<Ticket> read(String text) {
    List<String> parts = List.of(text.split("\\.", -1));
    if (text.length() > LONGEST || parts.size() != 3) {
      return Optional.empty();
    }
    try {
      byte[] signature = Base64.getUrlDecoder().decode(parts.get(2));
      byte[] signed = utf8(parts.get(0) + "." + parts.get(1));
      JsonNode header = json(parts.get(0));
      return key(header.path("kid").asText())
          .filter(key -> header.path("alg").asText().equals("EdDSA"))
          .filter(key -> key.signed(signed, signature))
          .map(key -> ticket(json(parts.get(1))));
    } catch (IllegalArgumentException notBase64OrJson) {
      return Optional.empty();
    }
  }

  /** Only of what we have signed. */
  private static Ticket ticket(JsonNode claims) {
    return new Ticket(
        TicketCode.typed(claims.path("code").asText()).orElseThrow(),
        new HoldId(new ApplicationId(claims.path("app").asText()), claims.path("seat").asInt()),
        SessionId.parse(claims.path("session").asText()).orElseThrow());
  }

  private static JsonNode json(String base64) {
    try {
      return JSON.readTree(Base64.getUrlDecoder().decode(base64));
    } catch (JsonProcessingException notJson) {
      throw new IllegalArgumentException("not JSON", notJson);
    } catch (IOException e) {
      throw new IllegalStateException("bytes at hand cannot be read", e);
    }
  }

  private static String base64(byte[] bytes) {
    return TO_BASE64.encodeToString(bytes);
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}

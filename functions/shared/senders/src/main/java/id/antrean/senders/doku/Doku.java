package id.antrean.senders.doku;

import id.antrean.domain.payment.PaymentNotification;
import id.antrean.domain.payment.RawNotification;
import id.antrean.gateway.Request;
import id.antrean.senders.Digests;
import id.antrean.senders.Keys;
import id.antrean.senders.SeeMoney;
import id.antrean.senders.SenderJson;
import id.antrean.senders.SenderTimes;
import id.antrean.senders.SettlementList;
import id.antrean.senders.WebhookSender;
import id.antrean.senders.Why;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * DOKU's HTTP notifications, non-SNAP. The signature covers the body, so that nobody has to be
 * asked. developers.doku.com.
 */
public final class Doku implements WebhookSender {
  static final String NAME = "doku";

  /** DOKU comes again after half an hour, six and twelve hours, and need not sign anew. */
  private static final Duration OLDEST = Duration.ofDays(2);

  private static final Duration AHEAD = Duration.ofMinutes(5);
  private static final List<String> HEADERS =
      List.of("Client-Id", "Request-Id", "Request-Timestamp", "Signature");
  private static final int LONGEST = 128;
  private final Keys clientIds;
  private final Keys secretKeys;
  private final DokuStatus status;
  private final List<String> targets;

  /**
   * @param target the path of our address as DOKU has it, where something before the API changes
   *     it; empty where it is the API's own
   * @param status where it is asked
   */
  public Doku(Keys clientIds, Keys secretKeys, String target, DokuStatus status) {
    this.clientIds = clientIds;
    this.secretKeys = secretKeys;
    this.status = status;
    this.targets =
        target.isEmpty()
            ? List.of("/v1/payments/notifications/doku", "/payments/notifications/doku")
            : List.of(target);
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public boolean signsEverything() {
    return true;
  }

  @Override
  public Optional<SeeMoney> money() {
    return Optional.<SeeMoney>of(status).filter(it -> status.isThere());
  }

  @Override
  public Optional<SettlementList> settlementList() {
    return Optional.of(new DokuList());
  }

  @Override
  public Verdict verify(Request webhook, Instant now) {
    Map<String, String> headers = headers(webhook);
    if (headers.size() < HEADERS.size()) {
      return new Refused(Why.MISSING_HEADER);
    }
    return whyNot(headers, webhook.body(), now)
        .<Verdict>map(Refused::new)
        .orElseGet(
            () ->
                new Authentic(
                    new RawNotification(
                        NAME,
                        headers.getOrDefault("Request-Id", ""),
                        new String(webhook.body(), StandardCharsets.UTF_8),
                        now,
                        headers)));
  }

  private static Map<String, String> headers(Request webhook) {
    Map<String, String> found = new LinkedHashMap<>();
    HEADERS.forEach(
        name ->
            webhook
                .header(name)
                .map(String::strip)
                .filter(value -> !value.isEmpty() && value.length() <= 4 * LONGEST)
                .ifPresent(value -> found.put(name, value)));
    return found;
  }

  private Optional<Why> whyNot(Map<String, String> headers, byte[] body, Instant now) {
    String client = headers.getOrDefault("Client-Id", "");
    String timestamp = headers.getOrDefault("Request-Timestamp", "");
    Optional<Instant> signed = SenderTimes.parse(timestamp);
    if (signed.isEmpty()) {
      return Optional.of(Why.UNREADABLE_TIMESTAMP);
    }
    Optional<Why> untimely = SenderTimes.outside(signed.get(), now, OLDEST, AHEAD);
    if (untimely.isPresent()) {
      return untimely;
    }
    if (clientIds.fitting(known -> Digests.same(known, client)).isEmpty()) {
      return Optional.of(Why.UNKNOWN_CLIENT);
    }
    Stream<DokuSignature> possible =
        targets.stream()
            .map(
                target ->
                    DokuSignature.of(
                        client, headers.getOrDefault("Request-Id", ""), timestamp, target, body));
    return isSigned(headers.getOrDefault("Signature", ""), possible.toList())
        ? Optional.empty()
        : Optional.of(Why.WRONG_SIGNATURE);
  }

  private boolean isSigned(String header, List<DokuSignature> possible) {
    if (!header.startsWith(DokuSignature.SCHEME)) {
      return false;
    }
    return Digests.base64(header.substring(DokuSignature.SCHEME.length()))
        .flatMap(
            sent ->
                secretKeys.fitting(
                    key -> possible.stream().anyMatch(it -> Digests.same(it.under(key), sent))))
        .isPresent();
  }

  @Override
  public Translation translate(RawNotification raw) {
    return SenderJson.object(raw.body())
        .map(body -> new DokuBody(body).translation(raw))
        .orElseGet(() -> DokuBody.unreadable(raw));
  }

  @Override
  public Confirmation confirm(PaymentNotification claimed, RawNotification raw) {
    return new Confirmed(claimed);
  }
}

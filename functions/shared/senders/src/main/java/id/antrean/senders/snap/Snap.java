package id.antrean.senders.snap;

import id.antrean.domain.payment.PaymentNotification;
import id.antrean.domain.payment.RawNotification;
import id.antrean.senders.Aggregator;
import id.antrean.senders.Door;
import id.antrean.senders.Keys;
import id.antrean.senders.PayableCodes;
import id.antrean.senders.SenderSecrets;
import java.util.List;
import java.util.Optional;

/**
 * Banks and payment providers that speak SNAP BI. They sign everything; they ask before they take
 * money, tell when they took it, and are answered in the standard's own codes.
 */
public final class Snap implements Aggregator {
  static final String NAME = "snap";
  private final SenderSecrets secrets;
  private final String secretId;
  private final AccessTokens tokens;

  public Snap(SenderSecrets secrets, String secretId) {
    this.secrets = secrets;
    this.secretId = secretId;
    Keys tokenKeys = secrets.keys(secretId, "tokenKey");
    this.tokens = new AccessTokens(tokenKeys);
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public List<Door> doors() {
    return List.of(
        new TokenDoor(this::partner, tokens),
        new InquiryDoor(this::partner, tokens),
        new NotifyDoor(SnapService.VA_PAYMENT, this::partner, tokens),
        new NotifyDoor(SnapService.QR_NOTIFY, this::partner, tokens));
  }

  @Override
  public Optional<PayableCodes> codes() {
    return Optional.of(new SnapCodes());
  }

  private SnapPartner partner(String name) {
    return SnapPartner.of(name, secrets, secretId);
  }

  @Override
  public boolean signsEverything() {
    return true;
  }

  @Override
  public Translation translate(RawNotification raw) {
    return SnapBody.of(raw).translation(raw);
  }

  /** A bank does, at its counter; QRIS money has moved when we hear of it. */
  @Override
  public boolean takesRefusedMoneyBack(PaymentNotification claimed) {
    return claimed.eventId().startsWith(SnapBody.OF_ACCOUNT);
  }

  @Override
  public Confirmation confirm(PaymentNotification claimed, RawNotification raw) {
    return new Confirmed(claimed);
  }
}

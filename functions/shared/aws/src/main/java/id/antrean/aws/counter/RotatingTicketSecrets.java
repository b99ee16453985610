package id.antrean.aws.counter;

import id.antrean.aws.secrets.RotatingSecret;
import java.time.Duration;
import java.util.List;

/** The seeds in a secret that is rotated: the present one, and for a while the one before. */
public final class RotatingTicketSecrets implements TicketSecrets {
  /** The field of the secret that has it. */
  static final String SEED = "seed";

  /**
   * So long after a key was made everybody has it who asks for the keys: five minutes for which
   * they are remembered here, five for which they may be kept outside, and as much to spare.
   */
  private static final Duration KNOWN = Duration.ofMinutes(15);

  private final RotatingSecret secret;
  private final Duration overlap;

  /**
   * @param overlap how long after a rotation tickets of the former key are still read
   */
  public RotatingTicketSecrets(RotatingSecret secret, Duration overlap) {
    this.secret = secret;
    this.overlap = overlap;
  }

  @Override
  public List<String> valid() {
    return secret.accepted(SEED, overlap);
  }

  @Override
  public String signing() {
    return secret.current(SEED, overlap.compareTo(KNOWN) < 0 ? overlap : KNOWN);
  }

  @Override
  public List<String> renewed() {
    secret.renew();
    return valid();
  }
}

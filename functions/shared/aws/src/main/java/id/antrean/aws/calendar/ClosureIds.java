package id.antrean.aws.calendar;

import id.antrean.domain.office.ClosureId;
import id.antrean.domain.office.NewClosureId;
import java.security.SecureRandom;
import java.time.LocalDate;
import java.util.Base64;

/** Ids of closures, random or of a key that is a digest already. */
public final class ClosureIds implements NewClosureId {
  private static final int BYTES = 12;
  private static final int KEY = 24;

  private final SecureRandom random = new SecureRandom();

  @Override
  public ClosureId unguessable(LocalDate to) {
    byte[] bytes = new byte[BYTES];
    random.nextBytes(bytes);
    return id(to, Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
  }

  @Override
  public ClosureId forKey(LocalDate to, String key) {
    return id(to, key.substring(0, KEY));
  }

  private static ClosureId id(LocalDate to, String rest) {
    return new ClosureId(to + "-" + rest);
  }
}

package id.antrean.gateway;

import java.util.Locale;
import java.util.Optional;

/** What a token lets its bearer be. */
public enum Role {
  APPLICANT,
  OFFICER,
  SUPERVISOR,
  AUDITOR;

  static Optional<Role> of(String claim) {
    for (Role role : values()) {
      if (role.name().toLowerCase(Locale.ROOT).equals(claim)) {
        return Optional.of(role);
      }
    }
    return Optional.empty();
  }
}

package id.antrean.gateway;

import id.antrean.domain.Actor;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Who calls, as their token says.
 *
 * @param subject the account
 * @param office of officers and supervisors
 */
public record Caller(String subject, Set<Role> roles, @Nullable String office) {

  public Caller {
    roles = Set.copyOf(roles);
  }

  public Actor.Applicant applicant() {
    return new Actor.Applicant(subject);
  }

  boolean isApplicant() {
    return roles.contains(Role.APPLICANT);
  }

  /** A supervisor may what an officer may. */
  boolean isOfficerOf(String officeId) {
    return (roles.contains(Role.OFFICER) || roles.contains(Role.SUPERVISOR))
        && officeId.equals(office);
  }

  /** An auditor reads every office. */
  boolean readsOffice(String officeId) {
    return isOfficerOf(officeId) || roles.contains(Role.AUDITOR);
  }
}

package id.antrean.gateway;

import id.antrean.domain.Actor;
import id.antrean.domain.OfficeId;
import java.util.Locale;
import java.util.Optional;
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

  boolean isSupervisorOf(String officeId) {
    return roles.contains(Role.SUPERVISOR) && officeId.equals(office);
  }

  /** As the one who answers for an office, if they do. */
  public Optional<Actor.Staff> supervised() {
    return Optional.ofNullable(office)
        .filter(it -> roles.contains(Role.SUPERVISOR) && OfficeId.isValid(it))
        .map(it -> supervisorOf(new OfficeId(it)));
  }

  boolean isOverseer() {
    return isAuditor() || supervised().isPresent();
  }

  /** Whether they look at every office. */
  public boolean isAuditor() {
    return roles.contains(Role.AUDITOR);
  }

  /** As the one who answers for what an office does. */
  public Actor.Staff supervisorOf(OfficeId officeId) {
    return new Actor.Staff(Role.SUPERVISOR.name().toLowerCase(Locale.ROOT), subject, officeId);
  }

  /** As somebody who works at an office, in the higher of the roles they have there. */
  public Actor.Staff staffOf(OfficeId officeId) {
    return isSupervisorOf(officeId.value())
        ? supervisorOf(officeId)
        : new Actor.Staff(Role.OFFICER.name().toLowerCase(Locale.ROOT), subject, officeId);
  }

  /** An auditor reads every office. */
  boolean readsOffice(String officeId) {
    return isOfficerOf(officeId) || roles.contains(Role.AUDITOR);
  }

  /** An auditor looks at every office as its supervisor does at one. */
  boolean oversees(String officeId) {
    return isSupervisorOf(officeId) || roles.contains(Role.AUDITOR);
  }
}

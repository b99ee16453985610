package id.antrean.registration;

import id.antrean.domain.Actor;
import id.antrean.domain.ApplicationId;
import id.antrean.domain.allowance.Allowance;
import id.antrean.domain.allowance.SpendAllowance;
import id.antrean.domain.applicant.Applicant;
import id.antrean.domain.applicant.Identity;
import id.antrean.domain.application.Application;
import id.antrean.domain.application.Change;
import id.antrean.domain.application.FindApplication;
import id.antrean.domain.application.IfVersion;
import id.antrean.domain.application.Outcome;
import id.antrean.domain.application.Refusal;
import id.antrean.domain.application.SaveApplication;
import id.antrean.registration.form.RegistrationForm;
import id.antrean.registration.form.RegistrationForm.GuardianEntry;
import id.antrean.registration.form.RegistrationForm.Person;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Corrects the data of an application before booking. Whoever they now say they are, the civil
 * registry is asked about; a correction that says what stands there already changes nothing.
 */
public final class CorrectApplication {
  private static final int ATTEMPTS = 5;

  private final FindApplication applications;
  private final SaveApplication save;
  private final People people;
  private final CheckIdentity registry;
  private final OpenQuestion openQuestion;
  private final SpendAllowance allowances;
  private final Clock clock;

  public CorrectApplication(
      FindApplication applications,
      SaveApplication save,
      People people,
      CheckIdentity registry,
      OpenQuestion openQuestion,
      SpendAllowance allowances,
      Clock clock) {
    this.applications = applications;
    this.save = save;
    this.people = people;
    this.registry = registry;
    this.openQuestion = openQuestion;
    this.allowances = allowances;
    this.clock = clock;
  }

  /**
   * Corrects it.
   *
   * @param corrected makes the whole form of the application as it stands; may end the request
   * @return refused as {@link Refusal.Overtaken} where other steps of the application were faster
   *     each time; one of them that held a seat is told as {@link Refusal.Locked}
   */
  public Outcome<Application> correct(
      ApplicationId id,
      Actor by,
      @Nullable IfVersion ifVersion,
      Function<Application, RegistrationForm> corrected,
      String requestId) {
    boolean spent = false;
    for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
      Optional<Application> found = applications.find(id).filter(it -> it.belongsTo(by));
      if (found.isEmpty()) {
        return Outcome.refused(new Refusal.NotFound());
      }
      Application before = found.get();
      if (ifVersion != null && !ifVersion.allows(before.revision())) {
        return Outcome.refused(new Refusal.Stale(before.revision()));
      }
      if (!before.status().open() && !before.isPaidForAnother()) {
        return Outcome.refused(new Refusal.Locked(before.status()));
      }
      RegistrationForm form = corrected.apply(before);
      if (before.isPaidForAnother() && !asksForWhatIsPaid(before, form)) {
        return Outcome.refused(new Refusal.Locked(before.status()));
      }
      Person person = withSealsThatStay(form.person(), before.applicant());
      Applicant applicant = people.applicant(person);
      if (form.passport().equals(before.passport()) && applicant.equals(before.applicant())) {
        return Outcome.done(before);
      }
      boolean asks = !samePerson(applicant, before.applicant());
      Optional<Refusal> refused = spent ? Optional.empty() : spend(before.account(), asks);
      if (refused.isPresent()) {
        return Outcome.refused(refused.get());
      }
      spent = true;
      Identity identity =
          asks
              ? openQuestion.remember(
                  before.id(), registry.check(people.question(person)), requestId)
              : before.identity();
      Instant now = clock.instant();
      Application after =
          before.isPaidForAnother()
              ? before.askForWhatIsPaid(form.passport(), by, now)
              : before.correct(form.passport(), applicant, identity, by, now);
      if (save.save(Change.of(before, after)) instanceof SaveApplication.Saved) {
        return Outcome.done(after);
      }
    }
    return Outcome.refused(new Refusal.Overtaken(null));
  }

  /** Only the passport may change, and only to the one that money came for. */
  private boolean asksForWhatIsPaid(Application before, RegistrationForm form) {
    return before.isPaidFor(form.passport())
        && people
            .applicant(withSealsThatStay(form.person(), before.applicant()))
            .equals(before.applicant());
  }

  private Optional<Refusal> spend(String account, boolean asks) {
    Optional<Refusal> refused = allowances.spend(Allowance.CORRECTION, account);
    return refused.isEmpty() && asks
        ? allowances.spend(Allowance.IDENTITY_CHECK, account)
        : refused;
  }

  /** A number that is only written again keeps its seal, so that nothing seems to have changed. */
  private Person withSealsThatStay(Person person, Applicant before) {
    GuardianEntry guardian = person.guardian();
    return new Person(
        people.keepingSeal(person.nik(), before.nik()),
        person.fullName(),
        person.birthPlace(),
        person.birthDate(),
        person.sex(),
        person.phone(),
        person.email(),
        guardian == null || before.guardian() == null
            ? guardian
            : new GuardianEntry(
                people.keepingSeal(guardian.nik(), before.guardian().nik()),
                guardian.fullName(),
                guardian.phone(),
                guardian.relation()));
  }

  /** Whether the civil registry would be asked the same. */
  private static boolean samePerson(Applicant one, Applicant other) {
    return one.nik().lookup().equals(other.nik().lookup())
        && one.fullName().equals(other.fullName())
        && one.birthPlace().equals(other.birthPlace())
        && one.birthDate().equals(other.birthDate())
        && one.sex() == other.sex();
  }
}

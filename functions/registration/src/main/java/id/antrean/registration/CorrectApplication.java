package id.antrean.registration;

import id.antrean.domain.Actor;
import id.antrean.domain.ApplicationId;
import id.antrean.domain.allowance.Allowance;
import id.antrean.domain.allowance.SpendAllowance;
import id.antrean.domain.applicant.Applicant;
import id.antrean.domain.applicant.Identity;
import id.antrean.domain.application.Application;
import id.antrean.domain.application.ChangeApplication;
import id.antrean.domain.application.ChangeApplication.Become;
import id.antrean.domain.application.ChangeApplication.Decision;
import id.antrean.domain.application.ChangeApplication.Refuse;
import id.antrean.domain.application.ChangeApplication.Stay;
import id.antrean.domain.application.ChangeApplication.Wanted;
import id.antrean.domain.application.FindApplication;
import id.antrean.domain.application.IfVersion;
import id.antrean.domain.application.Outcome;
import id.antrean.domain.application.Refusal;
import id.antrean.domain.application.SaveApplication;
import id.antrean.domain.dossier.Dossier;
import id.antrean.domain.policy.ApplicationRule;
import id.antrean.domain.policy.ChangeUntilBooked;
import id.antrean.registration.form.RegistrationForm;
import id.antrean.registration.form.RegistrationForm.GuardianEntry;
import id.antrean.registration.form.RegistrationForm.Person;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Corrects the data of an application before booking. Whoever they now say they are, the civil
 * registry is asked about; a correction that says what stands there already changes nothing.
 */
@Singleton
public final class CorrectApplication {
  private final ApplicationRule mayChange = new ChangeUntilBooked();
  private final ChangeApplication applications;
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
    this.applications = new ChangeApplication(applications, save::save);
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
    Spending spending = new Spending();
    return applications.change(
        new Wanted(id, by, ifVersion),
        before -> {
          Optional<Refusal> locked = mayChange.refuses(before, clock.instant());
          if (locked.isPresent() && !before.isPaidForAnother()) {
            return new Refuse(locked.get());
          }
          RegistrationForm form = corrected.apply(before);
          return locked.isPresent() && !asksForWhatIsPaid(before, form)
              ? new Refuse(locked.get())
              : becomes(before, form, by, spending, requestId);
        });
  }

  private Decision becomes(
      Application before, RegistrationForm form, Actor by, Spending spending, String requestId) {
    Dossier dossier = before.dossier();
    Person person = withSealsThatStay(form.person(), dossier.applicant());
    Applicant applicant = people.applicant(person);
    if (form.passport().equals(dossier.passport()) && applicant.equals(dossier.applicant())) {
      return new Stay();
    }
    boolean asks = !samePerson(applicant, dossier.applicant());
    Optional<Refusal> refused = spending.once(before.account(), asks);
    if (refused.isPresent()) {
      return new Refuse(refused.get());
    }
    Identity identity =
        asks
            ? openQuestion.remember(before.id(), registry.check(people.question(person)), requestId)
            : dossier.identity();
    Instant now = clock.instant();
    return new Become(
        before,
        before.isPaidForAnother()
            ? before.askForWhatIsPaid(form.passport(), by, now)
            : before.correct(form.passport(), applicant, identity, by, now));
  }

  /** Only the passport may change, and only to the one that money came for. */
  private boolean asksForWhatIsPaid(Application before, RegistrationForm form) {
    return before.isPaidFor(form.passport())
        && people
            .applicant(withSealsThatStay(form.person(), before.dossier().applicant()))
            .equals(before.dossier().applicant());
  }

  /** What a correction costs, however often it has to be decided anew. */
  private final class Spending {
    private boolean spent;

    Optional<Refusal> once(String account, boolean asks) {
      if (spent) {
        return Optional.empty();
      }
      spent = true;
      Optional<Refusal> refused = allowances.spend(Allowance.CORRECTION, account);
      return refused.isEmpty() && asks
          ? allowances.spend(Allowance.IDENTITY_CHECK, account)
          : refused;
    }
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

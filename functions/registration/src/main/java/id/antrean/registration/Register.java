package id.antrean.registration;

import id.antrean.domain.ApplicationId;
import id.antrean.domain.DigestRequest;
import id.antrean.domain.Unavailable;
import id.antrean.domain.allowance.Allowance;
import id.antrean.domain.allowance.SpendAllowance;
import id.antrean.domain.applicant.Applicant;
import id.antrean.domain.applicant.Identity;
import id.antrean.domain.application.Application;
import id.antrean.domain.application.FindApplication;
import id.antrean.domain.application.NewApplicationId;
import id.antrean.domain.application.Outcome;
import id.antrean.domain.application.Refusal;
import id.antrean.domain.application.SaveApplication;
import id.antrean.registration.form.RegistrationForm;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Registers one person. Under an idempotency key the application's id follows from the key, so that
 * of two requests at once one finds what the other made; a key is kept for 24 hours, after which it
 * means another application.
 */
@Singleton
public final class Register {
  private static final Duration KEY_KEPT = Duration.ofHours(24);
  private static final int RACES = 5;

  private final NewApplicationId ids;
  private final DigestRequest digests;
  private final FindApplication applications;
  private final SaveApplication save;
  private final People people;
  private final CheckIdentity registry;
  private final OpenQuestion openQuestion;
  private final SpendAllowance allowances;
  private final Clock clock;

  public Register(
      NewApplicationId ids,
      DigestRequest digests,
      FindApplication applications,
      SaveApplication save,
      People people,
      CheckIdentity registry,
      OpenQuestion openQuestion,
      SpendAllowance allowances,
      Clock clock) {
    this.ids = ids;
    this.digests = digests;
    this.applications = applications;
    this.save = save;
    this.people = people;
    this.registry = registry;
    this.openQuestion = openQuestion;
    this.allowances = allowances;
    this.clock = clock;
  }

  /** A form that was sent once. */
  public Outcome<Application> register(Entry entry, String requestId) {
    Optional<Refusal> refused = refused(entry);
    if (refused.isPresent()) {
      return Outcome.refused(refused.get());
    }
    for (int race = 0; race < RACES; race++) {
      Optional<Application> made = store(ids.unguessable(), entry, null, requestId);
      if (made.isPresent()) {
        return Outcome.done(made.get());
      }
    }
    throw new Unavailable("no free id for an application");
  }

  /** A form that may be sent again under the same key. */
  public Outcome<Application> register(Entry entry, String key, String requestId) {
    String digest = digests.of(entry.content());
    boolean spent = false;
    int races = 0;
    for (int generation = 0; races < RACES; ) {
      ApplicationId id = ids.forKey(entry.sender(), key, generation);
      Optional<Application> found = applications.find(id);
      if (found.isEmpty()) {
        // A repeat makes nothing and spends nothing.
        Optional<Refusal> refused = spent ? Optional.empty() : refused(entry);
        if (refused.isPresent()) {
          return Outcome.refused(refused.get());
        }
        spent = true;
        Optional<Application> made = store(id, entry, digest, requestId);
        if (made.isPresent()) {
          return Outcome.done(made.get());
        }
        races++;
      } else if (keptKey(found.get())) {
        return digest.equals(found.get().registration())
            ? Outcome.done(found.get())
            : Outcome.refused(new Refusal.KeyReused());
      } else {
        generation++;
      }
    }
    throw new Unavailable("an application was neither found nor made");
  }

  private Optional<Refusal> refused(Entry entry) {
    return entry
        .refuses(clock.instant())
        .or(() -> allowances.spend(Allowance.REGISTRATION, entry.sender()));
  }

  private boolean keptKey(Application application) {
    return clock.instant().isBefore(application.createdAt().plus(KEY_KEPT));
  }

  /** Empty if the id is taken. */
  private Optional<Application> store(
      ApplicationId id, Entry entry, @Nullable String digest, String requestId) {
    RegistrationForm.Person person = entry.form().person();
    Applicant applicant = people.applicant(person);
    Identity identity =
        openQuestion.remember(id, registry.check(people.question(person)), requestId);
    Application application = entry.made(id, applicant, identity, clock.instant(), digest);
    return save.create(application) ? Optional.of(application) : Optional.empty();
  }
}

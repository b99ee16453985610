package id.antrean.registration;

import id.antrean.domain.Actor;
import id.antrean.domain.ApplicationId;
import id.antrean.domain.applicant.Applicant;
import id.antrean.domain.applicant.Identity;
import id.antrean.domain.application.Application;
import id.antrean.domain.application.DeskAccount;
import id.antrean.domain.application.Refusal;
import id.antrean.domain.document.DocumentKind;
import id.antrean.domain.document.Paper;
import id.antrean.domain.document.Papers;
import id.antrean.domain.office.SessionId;
import id.antrean.registration.form.RegistrationForm;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A form, and who sends it: a person for themselves and their family, or an officer for somebody at
 * their desk.
 */
public sealed interface Entry {

  RegistrationForm form();

  /** Whose allowance it is, and whose idempotency keys. */
  String sender();

  /** All that was sent, by which a repeat is told from another request. */
  List<String> content();

  /** Why nobody is registered with it; asked only where nobody was yet. */
  Optional<Refusal> refuses(Instant now);

  /** The application that it makes. */
  Application made(
      ApplicationId id,
      Applicant applicant,
      Identity identity,
      Instant now,
      @Nullable String digest);

  /** Of an applicant. */
  record Own(RegistrationForm form, Actor.Applicant by) implements Entry {
    @Override
    public String sender() {
      return by.account();
    }

    @Override
    public List<String> content() {
      return FormContent.of(form);
    }

    /** Papers are sent later. */
    @Override
    public Optional<Refusal> refuses(Instant now) {
      return Optional.empty();
    }

    @Override
    public Application made(
        ApplicationId id,
        Applicant applicant,
        Identity identity,
        Instant now,
        @Nullable String digest) {
      return Application.register(id, by, form.passport(), applicant, identity, now, digest);
    }
  }

  /**
   * Of an officer.
   *
   * @param seen papers whose originals lie on the desk
   * @param session in which the person wants a seat
   */
  record AtDesk(RegistrationForm form, List<DocumentKind> seen, SessionId session, Actor.Staff by)
      implements Entry {
    @Override
    public String sender() {
      return DeskAccount.of(by.office()) + ":" + by.name();
    }

    @Override
    public List<String> content() {
      List<String> content = new ArrayList<>(FormContent.of(form));
      content.add(session.toString());
      seen.forEach(paper -> content.add(paper.name()));
      return content;
    }

    /** What has to be seen is what would have to be sent. */
    @Override
    public Optional<Refusal> refuses(Instant now) {
      boolean child = form.person().guardian() != null;
      List<DocumentKind> missing =
          Papers.required(form.passport().kind(), child, now).stream()
              .filter(paper -> !paper.isAmong(seen))
              .map(Paper::kind)
              .toList();
      return missing.isEmpty()
          ? Optional.empty()
          : Optional.of(new Refusal.PapersNotThere(missing));
    }

    @Override
    public Application made(
        ApplicationId id,
        Applicant applicant,
        Identity identity,
        Instant now,
        @Nullable String digest) {
      return Application.registerAtDesk(
          id, by, form.passport(), applicant, identity, seen, now, digest);
    }
  }
}

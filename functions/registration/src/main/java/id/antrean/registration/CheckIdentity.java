package id.antrean.registration;

import id.antrean.domain.CurrentRequest;
import id.antrean.domain.Unavailable;
import id.antrean.domain.applicant.AskDukcapil;
import id.antrean.domain.applicant.AskDukcapil.Question;
import id.antrean.domain.applicant.DukcapilAnswer;
import id.antrean.domain.applicant.Identity;
import id.antrean.domain.applicant.IdentityVerdict;
import id.antrean.gateway.EventLog;
import id.antrean.gateway.EventLog.Detail;
import id.antrean.gateway.Measure;
import id.antrean.gateway.Metric;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/** The civil registry's verdict on a person, in the terms of an application. */
@Singleton
public final class CheckIdentity {
  private final AskDukcapil dukcapil;
  private final EventLog log;
  private final Clock clock;

  public CheckIdentity(AskDukcapil dukcapil, EventLog log, Clock clock) {
    this.dukcapil = dukcapil;
    this.log = log;
    this.clock = clock;
  }

  /** PENDING whenever there is no verdict: the registry's troubles are never the person's. */
  public Identity check(Question question) {
    Identity identity = identity(answer(question));
    log.measure(
        CurrentRequest.id(),
        List.of(
            Measure.once(
                Metric.IDENTITY_CHECKS, new Detail("verdict", identity.verdict().name()))));
    return identity;
  }

  private Identity identity(DukcapilAnswer answer) {
    return switch (answer) {
      case DukcapilAnswer.Matched() -> verdict(IdentityVerdict.MATCHED);
      case DukcapilAnswer.Differs(var elements) ->
          new Identity(IdentityVerdict.DIFFERS, fields(elements), clock.instant());
      case DukcapilAnswer.NotFound() -> verdict(IdentityVerdict.NOT_FOUND);
      case DukcapilAnswer.Deceased() -> verdict(IdentityVerdict.DECEASED);
      case DukcapilAnswer.Inactive() -> verdict(IdentityVerdict.INACTIVE);
      case DukcapilAnswer.Unavailable(var cause) -> Identity.pending();
    };
  }

  /** Our own login may be out of reach too, which is no better than a registry that is down. */
  private DukcapilAnswer answer(Question question) {
    try {
      return dukcapil.ask(question);
    } catch (Unavailable noLogin) {
      return new DukcapilAnswer.Unavailable(DukcapilAnswer.Cause.DOWN);
    }
  }

  private Identity verdict(IdentityVerdict verdict) {
    return new Identity(verdict, List.of(), clock.instant());
  }

  /** In the order and by the names of our own form. */
  private static List<String> fields(Set<DukcapilAnswer.Element> elements) {
    return Arrays.stream(DukcapilAnswer.Element.values())
        .filter(elements::contains)
        .map(
            element ->
                switch (element) {
                  case FULL_NAME -> "fullName";
                  case BIRTH_PLACE -> "birthPlace";
                  case BIRTH_DATE -> "birthDate";
                  case SEX -> "sex";
                })
        .toList();
  }
}

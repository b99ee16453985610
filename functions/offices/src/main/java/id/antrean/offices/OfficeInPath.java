package id.antrean.offices;

import id.antrean.domain.OfficeId;
import id.antrean.domain.application.Outcome;
import id.antrean.domain.application.Refusal;
import id.antrean.domain.office.FindOffice;
import id.antrean.domain.office.Office;
import id.antrean.gateway.Answer;
import id.antrean.gateway.Api;
import id.antrean.gateway.Request;
import java.util.Optional;
import java.util.function.Function;

/** The office that a path names; whatever is not one of ours is not found. */
final class OfficeInPath {
  private final FindOffice offices;

  OfficeInPath(FindOffice offices) {
    this.offices = offices;
  }

  Answer answer(Request request, Function<Office, Answer> whenFound) {
    Optional<Office> office =
        Optional.of(request.parameter("officeId"))
            .filter(OfficeId::isValid)
            .flatMap(id -> offices.find(new OfficeId(id)));
    Outcome<Office> outcome =
        office.map(Outcome::done).orElseGet(() -> Outcome.refused(new Refusal.NotFound()));
    return Api.answer(outcome, request, whenFound);
  }
}

package id.antrean.gateway;

import id.antrean.domain.application.Outcome;
import id.antrean.domain.application.Refusal;
import id.antrean.domain.office.FindOffice;
import id.antrean.domain.office.Office;
import java.util.function.Function;

/** The office that a path names; whatever is not one of ours is not found. */
public final class OfficeInPath {
  private final FindOffice offices;

  public OfficeInPath(FindOffice offices) {
    this.offices = offices;
  }

  /** Answers a request of somebody who may, at an office. */
  public interface AtOffice {
    Answer answer(Request request, Caller caller, Office office);
  }

  /** A handler that is asked at an office of ours only. */
  public Api.Handler at(AtOffice handler) {
    return (request, caller) -> answer(request, office -> handler.answer(request, caller, office));
  }

  public Answer answer(Request request, Function<Office, Answer> whenFound) {
    Outcome<Office> office =
        request
            .office()
            .then(
                id ->
                    offices
                        .find(id)
                        .<Outcome<Office>>map(Outcome::done)
                        .orElseGet(() -> Outcome.refused(new Refusal.NotFound())));
    return Api.answer(office, request, whenFound);
  }
}

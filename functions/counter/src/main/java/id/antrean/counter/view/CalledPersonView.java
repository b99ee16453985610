package id.antrean.counter.view;

import id.antrean.domain.application.Application;
import id.antrean.domain.counter.Visitor;
import id.antrean.gateway.Times;
import id.antrean.gateway.View;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * Somebody in the line, as the officer at a desk sees them.
 *
 * @param desk to which they were called last; null for who never was
 * @param times how often they were called to it
 * @param nik masked
 */
public record CalledPersonView(
    int number,
    Visitor.Place place,
    @Nullable String desk,
    @Nullable String calledAt,
    int times,
    String applicationId,
    String sessionId,
    String arrivedAt,
    String name,
    String nik)
    implements View {

  public static CalledPersonView of(Visitor visitor, Application application, ZoneId zone) {
    Visitor.Call call = visitor.call();
    return new CalledPersonView(
        visitor.number(),
        visitor.place(),
        call == null ? null : call.desk(),
        call == null ? null : Times.at(call.at(), zone),
        call == null ? 0 : call.times(),
        visitor.application().value(),
        visitor.session().toString(),
        Times.at(visitor.arrivedAt(), zone),
        application.dossier().applicant().fullName(),
        application.dossier().applicant().nik().masked());
  }
}

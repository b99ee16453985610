package id.antrean.counter.view;

import id.antrean.domain.counter.Line;
import id.antrean.domain.office.Office;
import id.antrean.gateway.Times;
import id.antrean.gateway.View;
import java.util.List;

/**
 * What hangs in the hall: numbers and desks, newest first, and nothing of a person.
 *
 * @param waiting how many wait to be called
 */
public record DisplayView(String officeId, String date, List<DisplayedCallView> calls, long waiting)
    implements View {

  /** A number and the desk that it is called to. */
  public record DisplayedCallView(int number, String desk, String at) implements View {}

  public static DisplayView of(Office office, Line line) {
    return new DisplayView(
        office.id().value(),
        line.date().toString(),
        line.shown().stream()
            .map(
                call ->
                    new DisplayedCallView(
                        call.number(), call.desk(), Times.at(call.at(), office.zone())))
            .toList(),
        line.waiting());
  }
}

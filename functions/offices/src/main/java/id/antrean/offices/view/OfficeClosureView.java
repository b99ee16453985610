package id.antrean.offices.view;

import id.antrean.domain.office.Closure;
import id.antrean.domain.office.Lane;
import id.antrean.domain.office.Office;
import id.antrean.domain.office.SessionId;
import id.antrean.gateway.Times;
import id.antrean.gateway.View;
import id.antrean.offices.closure.ShowClosure.Progress;
import org.jspecify.annotations.Nullable;

/** A closure and how far it is carried out. */
public record OfficeClosureView(
    String id,
    String from,
    String to,
    @Nullable Lane lane,
    @Nullable String sessionId,
    String reason,
    String closedAt,
    ClosureState state,
    int sessions,
    int closed,
    int left)
    implements View {

  /** How far it is. */
  public enum ClosureState {
    CLOSING,
    CLOSED,
    OPENING,
    OPEN
  }

  public static OfficeClosureView of(Progress progress, Office office) {
    Closure closure = progress.closure();
    SessionId session = closure.session();
    return new OfficeClosureView(
        closure.id().value(),
        closure.from().toString(),
        closure.to().toString(),
        closure.lane(),
        session == null ? null : session.toString(),
        closure.reason(),
        Times.at(closure.at(), office.zone()),
        state(progress),
        progress.sessions(),
        progress.closed(),
        progress.left());
  }

  private static ClosureState state(Progress progress) {
    if (progress.closure().lifted()) {
      return progress.done() ? ClosureState.OPEN : ClosureState.OPENING;
    }
    return progress.done() ? ClosureState.CLOSED : ClosureState.CLOSING;
  }
}

package id.antrean.gateway;

import id.antrean.gateway.ProblemMembers.FaultView;
import java.util.ArrayList;
import java.util.List;

/**
 * Everything that is wrong with a request, found at once. A fault names a place and never the value
 * found there.
 */
public final class FieldErrors {
  private final List<Fault> found = new ArrayList<>();

  private record Fault(String pointer, String key, Object[] arguments) {}

  /**
   * Notes a fault.
   *
   * @param pointer JSON Pointer into the body, or /query/…, /header/…, /path/…
   * @param key of the sentence under {@code fault.}
   */
  public void add(String pointer, String key, Object... arguments) {
    found.add(new Fault(pointer, key, arguments));
  }

  public boolean none() {
    return found.isEmpty();
  }

  /** Ends the request if there is any fault. */
  public void check() {
    if (!found.isEmpty()) {
      throw asFault();
    }
  }

  /** What ends the request. */
  InvalidRequest asFault() {
    return new InvalidRequest(this::problem);
  }

  private Problem problem(Language language) {
    List<FaultView> faults =
        found.stream()
            .map(
                fault ->
                    new FaultView(
                        fault.pointer(),
                        Messages.text(language, "fault." + fault.key(), fault.arguments())))
            .toList();
    return Problem.of(ProblemType.VALIDATION).with(new ProblemMembers.Validation(faults));
  }
}

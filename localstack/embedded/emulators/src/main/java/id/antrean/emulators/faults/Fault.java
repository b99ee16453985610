package id.antrean.emulators.faults;

import id.antrean.emulators.calls.AwsCall;
import id.antrean.emulators.calls.Service;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What is to go wrong.
 *
 * @param service the service whose calls it hits
 * @param operation the operation; empty: any
 * @param caller the function that calls; empty: any
 * @param contains a text that the call's body contains, such as a table's name or an update
 *     expression: what names one step among calls of the same operation; empty: any body
 * @param kind how it goes wrong
 * @param skip how many matching calls go well first
 * @param times how many calls it hits; empty: until cleared
 */
public record Fault(
    Service service,
    Optional<String> operation,
    Optional<String> caller,
    Optional<String> contains,
    FaultKind kind,
    int skip,
    OptionalInt times) {

  /** Refuses what could never hit anything, or would hit more than it says. */
  public Fault {
    if (contains.filter(String::isEmpty).isPresent()) {
      throw new IllegalArgumentException("contains is empty, and every body contains that");
    }
    if (skip < 0) {
      throw new IllegalArgumentException("skip is less than 0: " + skip);
    }
    if (times.isPresent() && times.getAsInt() < 1) {
      throw new IllegalArgumentException("times is less than 1: " + times.getAsInt());
    }
    if (kind == FaultKind.CONFLICT && service != Service.DYNAMODB) {
      throw new IllegalArgumentException("only DynamoDB has transaction conflicts");
    }
  }

  boolean matches(AwsCall call) {
    return service == call.service()
        && operation.map(call.operation()::equals).orElse(true)
        && caller.map(call.caller().orElse("")::equals).orElse(true)
        && contains
            .map(text -> new String(call.body(), StandardCharsets.UTF_8).contains(text))
            .orElse(true);
  }
}

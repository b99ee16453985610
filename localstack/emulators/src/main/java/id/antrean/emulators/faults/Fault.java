package id.antrean.emulators.faults;

import id.antrean.emulators.calls.AwsCall;
import id.antrean.emulators.calls.Service;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What is to go wrong.
 *
 * @param service the service whose calls it hits
 * @param operation the operation; empty: any
 * @param caller the function that calls; empty: any
 * @param kind how it goes wrong
 * @param skip how many matching calls go well first
 * @param times how many calls it hits; empty: until cleared
 */
public record Fault(
    Service service,
    Optional<String> operation,
    Optional<String> caller,
    FaultKind kind,
    int skip,
    OptionalInt times) {

  /** Refuses what could never hit anything. */
  public Fault {
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
        && caller.map(call.caller().orElse("")::equals).orElse(true);
  }
}

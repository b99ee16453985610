package id.antrean.emulators.faults;

/** How a call goes wrong. */
public enum FaultKind {
  /** The connection closes; the service never saw the call. */
  DROP_REQUEST,
  /** The service did the work; the connection closes without its answer. */
  DROP_ANSWER,
  /** The service's throttling error. */
  THROTTLE,
  /** DynamoDB cancels the transaction because another one is at the same items. */
  CONFLICT,
  /** The service answers 500. */
  ERROR,
  /** The service says that the table, queue, secret or whatever is called is not there. */
  MISSING
}

package id.antrean.emulators.calls;

/** Stands between callers and services: sees each call and its answer. */
@FunctionalInterface
public interface Onlooker {
  /** Nobody looks. */
  Onlooker NOBODY = (call, service) -> service.answer(call);

  /**
   * Has the service answer, and may ask it for more than the caller did.
   *
   * @throws AwsError as the service answers
   */
  AwsAnswer see(AwsCall call, AwsService service);

  /** A service turned a call away because too much is asked of it. */
  default void turnedAway(AwsCall call) {}
}

package id.antrean.emulators.calls;

/** Something that answers the calls of one service. */
@FunctionalInterface
public interface AwsService {

  /**
   * Answers a call.
   *
   * @throws AwsError to answer with an error of the service
   */
  AwsAnswer answer(AwsCall call);
}

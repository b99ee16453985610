package id.antrean.aws.stream;

/**
 * A record of the stream that says nothing we understand, and would not the next time. What it says
 * is not repeated here: it may be personal.
 */
public final class UnreadableRecord extends RuntimeException {
  private static final long serialVersionUID = 1L;

  UnreadableRecord(String sequenceNumber, RuntimeException why) {
    super("record " + sequenceNumber + ": " + why.getClass().getSimpleName());
    setStackTrace(why.getStackTrace());
  }
}

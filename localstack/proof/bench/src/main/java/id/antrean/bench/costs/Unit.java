package id.antrean.bench.costs;

import java.util.Arrays;

/** What is counted of a step. */
enum Unit {
  /** Through the gateway. */
  REQUEST("requests"),
  /** In bodies of answers. */
  ANSWER_BYTE("answer bytes"),
  /** Taken from a queue. */
  MESSAGE("messages"),
  /** Lines are as long as the functions write them; Lambda adds its own. */
  LOG_BYTE("log bytes"),
  /** Of AWS, for which a function waits; but for those of the bucket, which nobody counts. */
  CALL("calls"),
  WRITE_UNIT("write units"),
  READ_UNIT("read units"),
  /** Written items of which the stream tells. */
  STREAM_RECORD("stream records"),
  /** Started: what it moves through is in its definition. */
  TIMER("timers"),
  KEY_REQUEST("key requests"),
  /** Put into the bucket, by somebody or by the function. */
  FILE("files"),
  /** More in the tables and their indexes than before. */
  STORED_BYTE("stored bytes");

  private final String text;

  Unit(String text) {
    this.text = text;
  }

  static Unit of(String text) {
    return Arrays.stream(values())
        .filter(unit -> unit.text.equals(text))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("nothing is counted in " + text));
  }

  @Override
  public String toString() {
    return text;
  }
}

package id.antrean.simulation;

import java.util.List;

/** What becomes of a call of a port. */
enum Fate {
  /** It is made, and answered. */
  DONE,
  /** It does not reach the store, which is what throttling and conflicts come to in the end. */
  NOT_REACHED,
  /** It is made, and its answer gets lost. */
  ANSWER_LOST,
  /** The process dies before it. */
  CRASH_BEFORE,
  /** It is made, and the process dies. */
  CRASH_AFTER;

  /** Every way in which it goes wrong. */
  static final List<Fate> FAULTS = List.of(NOT_REACHED, ANSWER_LOST, CRASH_BEFORE, CRASH_AFTER);

  /** The same without what a later crash comes to as well. */
  static final List<Fate> FAULTS_THAT_DIFFER = List.of(NOT_REACHED, ANSWER_LOST, CRASH_BEFORE);
}

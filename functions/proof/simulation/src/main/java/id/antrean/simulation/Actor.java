package id.antrean.simulation;

import java.time.Instant;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * One invocation of a function: a thread that runs only while it is its turn, from one call of a
 * port to the next.
 */
final class Actor {
  /** The process is gone; nobody handles that. */
  static final class Crash extends Error {
    private static final long serialVersionUID = 1L;

    Crash() {
      super("crash", null, false, false);
    }
  }

  private final Supplier<String> name;
  private final Instant startedAt;
  private final Thread thread;
  private final Thread scheduler;
  private volatile boolean itsTurn;
  private Fate fate = Fate.DONE;
  private String standsBefore = "start";
  private @Nullable Throwable failure;
  private boolean ended;
  private long heard;

  Actor(Supplier<String> name, Instant startedAt, Runnable work) {
    this.name = name;
    this.startedAt = startedAt;
    this.scheduler = Thread.currentThread();
    this.thread = Thread.ofVirtual().unstarted(() -> run(work));
  }

  Supplier<String> name() {
    return name;
  }

  Instant startedAt() {
    return startedAt;
  }

  /** The call it makes when its turn comes. */
  String standsBefore() {
    return standsBefore;
  }

  boolean ended() {
    return ended;
  }

  /** What ended it, when that was not its own doing. */
  @Nullable Throwable failure() {
    return failure;
  }

  /** A digest of every answer it has had: two of the same work that heard the same do the same. */
  long heard() {
    return heard;
  }

  /** Lets it begin: it comes to stand before its first call. */
  void begin() {
    itsTurn = true;
    thread.start();
    awaitItsTurnEnds();
  }

  /** Lets it make the call it stands before, with that fate, and go on to the next. */
  void go(Fate next) {
    fate = next;
    itsTurn = true;
    LockSupport.unpark(thread);
    awaitItsTurnEnds();
  }

  private void awaitItsTurnEnds() {
    while (itsTurn) {
      LockSupport.park(this);
    }
  }

  /** Called by its own thread: stands before a call until its turn comes, and learns its fate. */
  Fate awaitTurn(String call) {
    standsBefore = call;
    endTurn();
    while (!itsTurn) {
      LockSupport.park(this);
    }
    return fate;
  }

  void hears(int answer) {
    heard = heard * 0x9E3779B97F4A7C15L + answer + 1;
  }

  private void run(Runnable work) {
    try {
      work.run();
    } catch (Throwable thrown) {
      failure = thrown;
    }
    ended = true;
    endTurn();
  }

  private void endTurn() {
    itsTurn = false;
    LockSupport.unpark(scheduler);
  }
}

package id.antrean.simulation;

import id.antrean.domain.office.SessionId;
import id.antrean.domain.payment.WaitingNotice;
import id.antrean.domain.seat.HoldMessage;
import id.antrean.memory.MemoryClosures.Work;
import id.antrean.memory.World;
import id.antrean.offices.closure.CarryOutClosure;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/**
 * Everybody who calls the functions in one schedule, and what may happen to the world besides.
 *
 * @param callers who calls
 * @param outside what may happen besides: somebody pays, for one
 */
record Cast(
    World world,
    Functions functions,
    Senders senders,
    Delivery<HoldMessage> deadlines,
    Delivery<WaitingNotice> notifications,
    List<Caller> callers,
    List<OutsideEvent> outside,
    boolean messagesGetLost) {

  /** Fewer than in the template, so that it happens here. */
  private static final int FAILURES_OF_A_NOTICE = 2;

  /** Of the other queues nobody has to send a message again, so that the rules wait for nobody. */
  private static final int NEVER_DEAD = Integer.MAX_VALUE;

  /** Something outside that happens a limited number of times. */
  static final class OutsideEvent {
    private final Supplier<Boolean> happening;
    private int left;

    /** Answers true when it could happen. */
    OutsideEvent(int times, Supplier<Boolean> happening) {
      this.left = times;
      this.happening = happening;
    }

    boolean may() {
      return left > 0;
    }

    void happen() {
      if (happening.get()) {
        left--;
      }
    }

    int left() {
      return left;
    }
  }

  private static void carryOut(Work work, CarryOutClosure carryOut) {
    SessionId session = work.session();
    if (session == null) {
      carryOut.everywhere(work.office(), work.closure());
    } else {
      carryOut.in(work.office(), work.closure(), session);
    }
  }

  /** The queues and the senders are always there; whoever else comes is added. */
  static Cast of(
      World world,
      Functions functions,
      Senders senders,
      int repeats,
      int losses,
      List<Caller> others,
      List<OutsideEvent> outside) {
    List<Caller> callers = new ArrayList<>(others);
    Delivery<HoldMessage> deadlines =
        new Delivery<>(
            "deadline queue",
            world.deadlines.queue,
            functions.lookAfter()::on,
            message -> Story.words(message.hold()) + " in " + message.session(),
            repeats,
            losses,
            NEVER_DEAD);
    callers.add(deadlines);
    Delivery<WaitingNotice> notifications =
        new Delivery<>(
            "notification queue",
            world.notifications.queue,
            notice -> {
              var _ = functions.settle().takeUp(notice);
            },
            Story::words,
            repeats,
            0,
            FAILURES_OF_A_NOTICE);
    callers.add(notifications);
    callers.add(
        new Delivery<>(
            "closure queue",
            world.closures.queue,
            work -> carryOut(work, functions.carryOut()),
            Work::toString,
            repeats,
            0,
            NEVER_DEAD));
    callers.addAll(senders.all());
    return new Cast(
        world,
        functions,
        senders,
        deadlines,
        notifications,
        List.copyOf(callers),
        outside,
        losses > 0);
  }
}

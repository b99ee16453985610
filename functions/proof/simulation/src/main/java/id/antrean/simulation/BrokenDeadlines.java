package id.antrean.simulation;

import id.antrean.domain.office.HoldId;
import id.antrean.domain.office.SessionId;
import id.antrean.domain.seat.ArmHold;
import id.antrean.domain.seat.ClaimSeat;
import id.antrean.domain.seat.HoldMessage;
import id.antrean.domain.seat.StartTimer;
import java.time.Duration;

/** The deadline protocol broken: holds that nothing looks after, and timers that do not run. */
final class BrokenDeadlines {
  private BrokenDeadlines() {}

  static ArmHold armingNothing() {
    return new ArmHold() {
      @Override
      public void arm(HoldId hold, SessionId session) {}

      @Override
      public void armExchange(HoldId hold, SessionId session, HoldMessage.Left left) {}

      @Override
      public void armAfter(HoldId hold, SessionId session, Duration delay) {}
    };
  }

  static Ports armingAfterClaim(Ports ports) {
    ClaimSeat claim =
        (session, hold, now) -> {
          ClaimSeat.Claim claimed = ports.claim().claim(session, hold, now);
          // The seat that is left for it, if there is one, stays without a message.
          ports.arm().arm(hold, session);
          return claimed;
        };
    return ports.arming(armingNothing()).claiming(claim);
  }

  static ArmHold notArmingLeft(ArmHold arm) {
    return new ArmHold() {
      @Override
      public void arm(HoldId hold, SessionId session) {
        arm.arm(hold, session);
      }

      @Override
      public void armExchange(HoldId hold, SessionId session, HoldMessage.Left left) {
        arm.arm(hold, session);
      }

      @Override
      public void armAfter(HoldId hold, SessionId session, Duration delay) {
        arm.armAfter(hold, session, delay);
      }
    };
  }

  static StartTimer believing(StartTimer timer) {
    return (hold, session, at) -> {
      var _ = timer.start(hold, session, at);
      return true;
    };
  }
}

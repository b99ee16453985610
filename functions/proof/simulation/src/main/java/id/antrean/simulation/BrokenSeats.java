package id.antrean.simulation;

import id.antrean.domain.Unavailable;
import id.antrean.domain.office.ArrangeDay;
import id.antrean.domain.office.HoldId;
import id.antrean.domain.office.Session;
import id.antrean.domain.office.SessionId;
import id.antrean.domain.seat.ClaimSeat;
import id.antrean.domain.seat.FindSeats;
import id.antrean.domain.seat.FreeSeat;
import id.antrean.memory.PassingArrangeDay;
import id.antrean.memory.World;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/** Sessions broken: seats taken without asking, counted, or looked at too late. */
final class BrokenSeats {
  private BrokenSeats() {}

  static ClaimSeat claimingUnconditionally(Ports ports, World world) {
    return (session, hold, now) -> {
      Optional<Session> seen = ports.seats().find(session);
      if (seen.filter(it -> it.untaken() > 0).isEmpty()) {
        return ports.claim().claim(session, hold, now);
      }
      ClaimSeat.Claim claimed = ports.claim().claim(session, hold, now);
      return claimed instanceof ClaimSeat.Refused(Session full)
          ? new ClaimSeat.Claimed(seatedAnyway(world, full, hold, now))
          : claimed;
    };
  }

  private static Session seatedAnyway(World world, Session session, HoldId hold, Instant now) {
    Set<HoldId> seats = new HashSet<>(session.seats());
    seats.add(hold);
    Session after = session.seating(seats, now);
    world.has(after);
    return after;
  }

  /** Seats freed more often than taken are seats that do not exist. */
  static Deployment counting(Deployment deployed, World world) {
    Map<SessionId, Integer> tooMany = new HashMap<>();
    UnaryOperator<Ports> counted =
        ports -> {
          FreeSeat free =
              (session, hold) -> {
                if (!world.see(session).seats().contains(hold)) {
                  tooMany.merge(session, 1, Integer::sum);
                }
                ports.free().free(session, hold);
              };
          ClaimSeat claim =
              (session, hold, now) -> {
                ClaimSeat.Claim claimed = ports.claim().claim(session, hold, now);
                return claimed instanceof ClaimSeat.Refused(Session full)
                        && tooMany.getOrDefault(session, 0) > 0
                    ? new ClaimSeat.Claimed(seatedAnyway(world, full, hold, now))
                    : claimed;
              };
          return ports.freeing(free).claiming(claim);
        };
    return deployed.holding(counted).leaving(counted).expiry(counted).payments(counted);
  }

  /** The seat is claimed in the session beside, which is for walk-ins. */
  static ClaimSeat claimingBeside(ClaimSeat claim) {
    return (session, hold, now) ->
        claim.claim(session.equals(Plot.EIGHT) ? Plot.WALK_INS : session, hold, now);
  }

  static ClaimSeat takingSilenceForFull(ClaimSeat claim, FindSeats seats) {
    return (session, hold, now) -> {
      try {
        return claim.claim(session, hold, now);
      } catch (Unavailable silence) {
        return seats
            .find(session)
            .<ClaimSeat.Claim>map(ClaimSeat.Refused::new)
            .orElseGet(ClaimSeat.Unknown::new);
      }
    };
  }

  /** The copy has not seen anybody yet. */
  static FindSeats lagging(FindSeats seats) {
    return new FindSeats() {
      @Override
      public Optional<Session> find(SessionId session) {
        return seats.find(session).map(now -> now.seating(Set.of(), null));
      }

      @Override
      public boolean allPaid(Session session) {
        return seats.allPaid(session);
      }
    };
  }

  static ArrangeDay writingWhole(Ports ports, World world) {
    ArrangeDay arrange = ports.arrange();
    return new PassingArrangeDay(arrange) {
      @Override
      public void offer(Session planned, int revision) {
        Optional<Session> read = ports.seats().find(planned.id());
        arrange.offer(planned, revision);
        read.ifPresent(seen -> world.has(planned.seating(seen.seats(), null)));
      }
    };
  }
}

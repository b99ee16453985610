package id.antrean.bench;

import id.antrean.domain.office.Office;
import id.antrean.domain.office.SessionId;
import id.antrean.domain.seat.HoldSeat;
import id.antrean.memory.Samples;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Thousands for a few seats of one session, and the bare loop beside it. */
record HotSeat(Store store, Booking booking, Sessions sessions, Contest contest, Plan plan) {

  /** The product and the bare loop, one right after the other. */
  record Round(Rush product, Rush bare) {}

  List<Round> rounds(Crowd crowd, Progress progress) {
    round(crowd, plan.contenders());
    List<Round> rounds = new ArrayList<>();
    for (int i = 1; i <= plan.rounds(); i++) {
      Round round = round(crowd, plan.contenders());
      progress.tell(
          "Hot seat, round %d of %d: %,.0f answered a second, bare loop %,.0f"
              .formatted(i, plan.rounds(), round.product().perSecond(), round.bare().perSecond()));
      rounds.add(round);
    }
    return rounds;
  }

  private Round round(Crowd crowd, int contenders) {
    Office office = booking.offices().all().getFirst();
    SessionId hot = sessions.opens(office, plan.seats(), Samples.NOW);
    List<HoldSeat> processes = Stream.generate(booking::holdSeat).limit(plan.processes()).toList();
    List<Answer> answers =
        contest.atOnce(
            contenders,
            number -> crowd.asks(number, processes.get(number % processes.size()), hot));
    Rush product = rush(answers, hot);
    crowd.replaceWinners(answers);
    SessionId bare = sessions.opens(office, plan.seats(), Samples.NOW);
    BareLoop loop = new BareLoop(store, contest);
    return new Round(product, rush(loop.run(contenders, bare, booking.clock().instant()), bare));
  }

  private Rush rush(List<Answer> answers, SessionId session) {
    int taken = store.taken(session);
    return new Rush(
        answers, plan.seats(), taken, Math.max(0, taken - plan.seats()), plan.processes());
  }
}

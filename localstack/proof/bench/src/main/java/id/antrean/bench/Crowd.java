package id.antrean.bench;

import id.antrean.bench.Answer.Fate;
import id.antrean.domain.Actor;
import id.antrean.domain.application.Application;
import id.antrean.domain.application.Outcome;
import id.antrean.domain.office.SessionId;
import id.antrean.domain.seat.HoldSeat;
import id.antrean.memory.Samples;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReferenceArray;

/**
 * People with complete papers, each with an account and an application of their own. Who won a seat
 * is replaced by somebody new before the next contest.
 */
final class Crowd {
  private final Store store;
  private final Contest contest;
  private final AtomicInteger names = new AtomicInteger();
  private final AtomicReferenceArray<Application> people;

  private Crowd(Store store, Contest contest, int size) {
    this.store = store;
    this.contest = contest;
    this.people = new AtomicReferenceArray<>(size);
  }

  static Crowd gathered(Store store, Contest contest, int size) {
    Crowd crowd = new Crowd(store, contest, size);
    contest.atOnce(size, crowd::comes);
    return crowd;
  }

  private Fate comes(int number) {
    Application ready = Samples.ready("p" + names.incrementAndGet());
    if (!store.saves().create(ready)) {
      throw new IllegalStateException("there is an application " + ready.id());
    }
    people.set(number, ready);
    return Fate.WON;
  }

  Fate asks(int number, HoldSeat hold, SessionId session) {
    Application who = people.get(number);
    return hold.hold(who.id(), session, new Actor.Applicant(who.account()), null)
            instanceof Outcome.Done
        ? Fate.WON
        : Fate.REFUSED;
  }

  /** Others come for those who won. */
  void replaceWinners(List<Answer> answers) {
    int[] winners = answers.stream().filter(Answer::won).mapToInt(Answer::number).toArray();
    contest.atOnce(winners.length, index -> comes(winners[index]));
  }
}

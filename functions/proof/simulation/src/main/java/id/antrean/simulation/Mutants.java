package id.antrean.simulation;

import id.antrean.domain.application.Change;
import id.antrean.domain.application.Event;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Ways to break the protocol, each of which the simulation has to find, by chance or in a scene.
 */
final class Mutants {
  private Mutants() {}

  static final List<Mutant> ALL =
      List.of(
          new Mutant(
              "no-arm",
              "a seat is claimed without a message that looks after it",
              (deployed, world) ->
                  deployed.holding(ports -> ports.arming(BrokenDeadlines.armingNothing()))),
          new Mutant(
              "arm-after-claim",
              "the message is sent after the seat is claimed, not before",
              (deployed, world) -> deployed.holding(BrokenDeadlines::armingAfterClaim)),
          new Mutant(
              "swap-without-arm",
              "a seat is swapped for another without arming the one that is left",
              (deployed, world) ->
                  deployed.holding(
                      ports -> ports.arming(BrokenDeadlines.notArmingLeft(ports.arm())))),
          new Mutant(
              "leave-without-arm",
              "a seat is given back without arming it first",
              (deployed, world) ->
                  deployed.leaving(ports -> ports.arming(BrokenDeadlines.armingNothing()))),
          new Mutant(
              "reclaim-without-arm",
              "late money claims its seat back without a message that looks after it",
              (deployed, world) ->
                  deployed.payments(ports -> ports.arming(BrokenDeadlines.armingNothing()))),
          new Mutant(
              "no-fence",
              "a seat is freed while its hold can still be bound",
              (deployed, world) ->
                  deployed.expiry(ports -> ports.saving(BrokenSaves.notFencing(ports.save())))),
          new Mutant(
              "fence-leaves-a-trace",
              "a seat that is taken back from its hold shows in the application it was for",
              (deployed, world) ->
                  deployed
                      .holding(
                          ports ->
                              ports.saving(
                                  BrokenSaves.tellingOfFences(ports.save(), ports.clock())))
                      .expiry(
                          ports ->
                              ports.saving(
                                  BrokenSaves.tellingOfFences(ports.save(), ports.clock())))),
          new Mutant(
              "item-that-grows",
              "every entry of its timeline stays on an application",
              (deployed, world) ->
                  deployed
                      .holding(
                          ports -> ports.saving(BrokenSaves.keepingEveryEntry(ports.save(), world)))
                      .leaving(
                          ports ->
                              ports.saving(BrokenSaves.keepingEveryEntry(ports.save(), world)))),
          new Mutant(
              "bind-without-version",
              "a seat is bound whatever has become of the application meanwhile",
              (deployed, world) ->
                  deployed.holding(
                      ports ->
                          ports.saving(
                              BrokenSaves.blindly(
                                  ports.save(),
                                  world,
                                  Set.of(Event.Kind.SEAT_HELD, Event.Kind.SEAT_MOVED))))),
          new Mutant(
              "free-before-swap",
              "the old seat is freed before the application has the new one",
              (deployed, world) -> deployed.holding(BrokenSaves::freeingBeforeSwap)),
          new Mutant(
              "free-after-refusal",
              "a bind refused at the hold's own version frees the seat at once",
              (deployed, world) ->
                  deployed.holding(
                      ports -> ports.saving(BrokenSaves.takingRefusalForMove(ports.save())))),
          new Mutant(
              "claim-without-quota",
              "the quota is looked at and the seat taken without a condition",
              (deployed, world) ->
                  deployed.holding(
                      ports -> ports.claiming(BrokenSeats.claimingUnconditionally(ports, world)))),
          new Mutant(
              "counter-beside-set",
              "free seats are counted, and freeing one twice counts it twice",
              (deployed, world) -> BrokenSeats.counting(deployed, world)),
          new Mutant(
              "expire-early",
              "a hold is expired without looking at its deadline",
              (deployed, world) ->
                  deployed.expiry(
                      ports -> ports.at(Clock.offset(ports.clock(), Duration.ofHours(3))))),
          new Mutant(
              "expire-blindly",
              "a hold is expired whatever has become of the application meanwhile",
              (deployed, world) ->
                  deployed.expiry(
                      ports ->
                          ports.saving(
                              BrokenSaves.blindly(
                                  ports.save(), world, Set.of(Event.Kind.HOLD_EXPIRED))))),
          new Mutant(
              "event-without-settlement",
              "a payment's notice is stored as settled before it has settled anything",
              (deployed, world) -> deployed.payments(BrokenSaves::storingTheEventFirst)),
          new Mutant(
              "no-capture",
              "a webhook is answered while the store is down, and nothing is put on the queue",
              (deployed, world) ->
                  deployed.payments(ports -> ports.deferring((notice, wait) -> {}))),
          new Mutant(
              "any-amount-settles",
              "money pays its bill whatever its amount",
              (deployed, world) ->
                  deployed.payments(
                      ports ->
                          ports.saving(
                              BrokenSaves.payingByAnyAmount(ports.save(), ports.clock())))),
          new Mutant(
              "refund-swallowed",
              "that money went back is kept, and its bill stays as it was",
              (deployed, world) ->
                  deployed.payments(
                      ports ->
                          ports.saving(
                              BrokenSaves.swallowingRefunds(ports.save(), ports.notifications())))),
          new Mutant(
              "no-dedupe",
              "a notice that comes again is taken for another",
              (deployed, world) ->
                  deployed.payments(ports -> BrokenMoney.takingRepeatsForNew(ports, world))),
          new Mutant(
              "state-backwards",
              "a notice that money is not there yet undoes that it came",
              (deployed, world) -> deployed.payments(BrokenMoney::goingBackwards)),
          new Mutant(
              "expire-without-asking",
              "a hold is expired though its aggregator has the money",
              (deployed, world) ->
                  deployed.expiry(
                      ports ->
                          ports.seeingSenders(
                              sender -> SenderSeen.byCodes(sender, BrokenMoney::notAsking)))),
          new Mutant(
              "two-live-codes",
              "another code is asked for before the former is dead",
              (deployed, world) ->
                  deployed.payments(
                      ports ->
                          ports.seeingSenders(
                              sender -> SenderSeen.byCodes(sender, BrokenMoney::notEnding)))),
          new Mutant(
              "stray-codes",
              "what could still be paid for a hold that is over is not ended",
              (deployed, world) ->
                  deployed.expiry(
                      ports ->
                          ports.seeingSenders(
                              sender -> SenderSeen.byCodes(sender, BrokenMoney::notEnding)))),
          new Mutant(
              "reconcile-ignores-theirs-only",
              "of an aggregator's list only what it told us of is looked at",
              (deployed, world) ->
                  deployed.payments(
                      ports ->
                          ports.seeingSenders(
                              sender ->
                                  SenderSeen.byList(
                                      sender, list -> BrokenMoney.knowing(list, world))))),
          new Mutant(
              "guard-not-taken",
              "nobody looks whether the person has a booking",
              (deployed, world) ->
                  deployed.holding(
                      ports ->
                          ports.saving(
                              BrokenSaves.without(
                                  ports.save(), Change.GuardPerson.class::isInstance)))),
          new Mutant(
              "guard-not-released",
              "an expired hold leaves its person's guard behind",
              (deployed, world) ->
                  deployed.expiry(
                      ports ->
                          ports.saving(
                              BrokenSaves.without(
                                  ports.save(), Change.ReleasePerson.class::isInstance)))),
          new Mutant(
              "guard-taken-blindly",
              "a guard that counted no more is taken over whatever its holder has done since",
              (deployed, world) ->
                  deployed.holding(
                      ports ->
                          ports.saving(
                              BrokenSaves.without(
                                  ports.save(), Change.StillAt.class::isInstance)))),
          new Mutant(
              "guard-released-by-a-stranger",
              "who had a person's guard before releases it from who has it now",
              (deployed, world) ->
                  deployed.offices(
                      ports -> ports.saving(BrokenSaves.releasingAnybodys(ports.save(), world)))),
          new Mutant(
              "reopen-without-arm",
              "an office reopens a booking without arming the seat that is left",
              (deployed, world) ->
                  deployed.offices(ports -> ports.arming(BrokenDeadlines.armingNothing()))),
          new Mutant(
              "count-not-released",
              "an expired hold stays counted",
              (deployed, world) ->
                  deployed.expiry(
                      ports ->
                          ports.saving(
                              BrokenSaves.without(
                                  ports.save(), Change.UncountHold.class::isInstance)))),
          new Mutant(
              "timeout-is-sold-out",
              "a claim that was not answered is told as sold out",
              (deployed, world) ->
                  deployed.holding(
                      ports ->
                          ports.claiming(
                              BrokenSeats.takingSilenceForFull(ports.claim(), ports.seats())))),
          new Mutant(
              "timer-believed",
              "a timer that could not be started is believed to run",
              (deployed, world) ->
                  deployed.expiry(ports -> ports.timing(BrokenDeadlines.believing(ports.timer())))),
          new Mutant(
              "lagging-look",
              "whether a hold is in the session is read from a copy that lags behind",
              (deployed, world) ->
                  deployed.expiry(ports -> ports.seeing(BrokenSeats.lagging(ports.seats())))),
          new Mutant(
              "session-written-whole",
              "an officer's quota is written with the seats that were read before",
              (deployed, world) ->
                  deployed.offices(
                      ports -> ports.arranging(BrokenSeats.writingWhole(ports, world)))),
          new Mutant(
              "relaid-over-a-hand-set-day",
              "the calendar brings a day to the week whatever has become of it meanwhile",
              (deployed, world) ->
                  deployed.offices(
                      ports -> ports.arranging(BrokenCalendar.blindly(ports.arrange(), world)))),
          new Mutant(
              "half-set-day-believed",
              "a day counts as set before its sessions were brought to it",
              (deployed, world) ->
                  deployed.offices(
                      ports -> ports.arranging(BrokenCalendar.believing(ports.arrange())))),
          new Mutant(
              "walk-ins-for-everybody",
              "a seat is claimed in the session beside, which is kept for the desk",
              (deployed, world) ->
                  deployed.holding(
                      ports -> ports.claiming(BrokenSeats.claimingBeside(ports.claim())))),
          new Mutant(
              "review-takes-the-seat",
              "whoever has to send a paper anew loses the seat",
              (deployed, world) ->
                  deployed.counter(
                      ports -> ports.saving(BrokenSaves.losingTheSeatOnReview(ports.save())))),
          new Mutant(
              "closure-forgets-the-paid",
              "a closure lets go of those who have not paid, and of nobody else",
              (deployed, world) ->
                  deployed.closing(
                      ports -> ports.saving(BrokenSaves.leavingThePaid(ports.save())))),
          new Mutant(
              "closure-without-fence",
              "a closure frees a hold that can still be bound",
              (deployed, world) ->
                  deployed.closing(ports -> ports.saving(BrokenSaves.notFencing(ports.save())))),
          new Mutant(
              "opened-early",
              "seats are held before they are released",
              (deployed, world) ->
                  deployed.holding(
                      ports -> ports.at(Clock.offset(ports.clock(), Duration.ofMinutes(30))))),
          new Mutant(
              "call-twice",
              "the line is kept after a call whatever has become of it meanwhile",
              (deployed, world) ->
                  deployed.counter(
                      ports -> ports.lining(BrokenLines.blindly(ports.lines(), world)))),
          new Mutant(
              "guard-kept-after-outcome",
              "a visit has its end, and its person's guard stays",
              (deployed, world) ->
                  deployed.counter(
                      ports ->
                          ports.saving(
                              BrokenSaves.without(
                                  ports.save(), Change.ReleasePerson.class::isInstance)))),
          new Mutant(
              "come-again-without-arm",
              "who has to come again leaves a seat that nobody looks after",
              (deployed, world) ->
                  deployed.counter(ports -> ports.arming(BrokenDeadlines.armingNothing()))),
          new Mutant(
              "no-show-where-the-scanner-broke",
              "people are marked as missing on a day on which nobody was let in",
              (deployed, world) ->
                  deployed.counter(
                      ports -> ports.lining(BrokenLines.asIfSomebodyCame(ports.lines())))));

  /** Ways that chance hardly ever meets: a scene has to. */
  static final List<Mutant> OF_SCENES =
      List.of(
          new Mutant(
              "done-for-another",
              "an officer who is done with a day counts as done for one who is not",
              (deployed, world) ->
                  deployed.offices(
                      ports ->
                          ports.arranging(BrokenCalendar.speakingForOthers(ports.arrange())))));

  static Optional<Mutant> named(String name) {
    return Stream.concat(ALL.stream(), OF_SCENES.stream())
        .filter(mutant -> mutant.name().equals(name))
        .findFirst();
  }
}

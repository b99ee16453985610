package id.antrean.simulation;

import id.antrean.domain.Actor;
import id.antrean.domain.Actor.Applicant;
import id.antrean.domain.ApplicationId;
import id.antrean.domain.application.Application;
import id.antrean.domain.application.Outcome;
import id.antrean.domain.application.Timeline;
import id.antrean.domain.office.SessionId;
import id.antrean.domain.payment.PayChannel;
import id.antrean.domain.payment.PayOffer;
import id.antrean.domain.seat.HoldSeat;
import id.antrean.memory.Samples;
import id.antrean.memory.World;
import id.antrean.simulation.Cast.OutsideEvent;
import id.antrean.simulation.Device.Wish;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A world with the functions in it, on which a plot or a scene puts its people. */
final class Stage {
  /** A timeline with three files and two bills, and some expiries: nobody needs more here. */
  private static final int LARGEST = Timeline.MOST + 10;

  /** The ways in which the aggregator can be paid by a code. */
  static final List<PayOffer> OFFERS =
      List.of(
          new PayOffer(PayChannel.BANK_VA, "shop", "BNI"),
          new PayOffer(PayChannel.QRIS, "shop", null));

  private final World world;
  private final Senders senders;
  private final Functions functions;
  private final Interleaving interleaving;
  private final Story story;
  private final Rules rules = new Rules();
  private final List<Caller> callers = new ArrayList<>();
  private final List<OutsideEvent> outside = new ArrayList<>();
  private @Nullable Watch watch;

  /**
   * @param senderIsAsked whether an aggregator has to be asked before its money counts
   * @param noticesAgain how many notices each aggregator sends once more though they were answered
   */
  Stage(
      Interleaving interleaving,
      Story story,
      Mutant mutant,
      boolean senderIsAsked,
      int noticesAgain,
      long seed) {
    this.interleaving = interleaving;
    this.story = story;
    this.world = new World(Samples.NOW, interleaving).has(Samples.CILEGON);
    world.applications.takeAtMost(LARGEST);
    this.senders =
        new Senders(
            new Sender("bank", false, interleaving, world.time, senderIsAsked, noticesAgain),
            new Sender("shop", true, interleaving, world.time, senderIsAsked, noticesAgain));
    this.functions =
        Functions.of(mutant.in(Deployment.of(world), world), world.time, senders, seed);
    senders.all().forEach(sender -> sender.tells(functions.accept()));
    story.at(world.time);
  }

  World world() {
    return world;
  }

  Senders senders() {
    return senders;
  }

  Functions functions() {
    return functions;
  }

  void enters(Caller caller) {
    callers.add(caller);
  }

  void may(OutsideEvent event) {
    outside.add(event);
  }

  /**
   * @param repeats how many messages each queue delivers once more than needed
   * @param losses how many messages get lost
   */
  Schedule schedule(int repeats, int losses, Temper temper) {
    Cast cast = Cast.of(world, functions, senders, repeats, losses, callers, outside);
    Watch seen = new Watch(cast, rules, story);
    watch = seen;
    return new Schedule(cast, interleaving, seen, story, temper);
  }

  /** Asks for a seat, and holds what is answered against what was so. */
  Wish hold(ApplicationId id, String account, SessionId session, int process) {
    return hold(id, new Applicant(account), session, process);
  }

  /** The same in the name of whoever may. */
  Wish hold(ApplicationId id, Actor by, SessionId session, int process) {
    HoldSeat function = functions.phones().get(process % functions.phones().size());
    return new Wish(
        "hold " + session,
        () -> {
          Instant askedAt = world.time.instant();
          Outcome<Application> outcome = function.hold(id, session, by, null);
          if (watch != null) {
            rules.told(outcome, world.see(session), watch.lastFull(session), askedAt);
          }
          return outcome;
        });
  }

  /** Asks for a code to pay by, as a phone does, with a key that nobody repeats. */
  Wish codeFor(ApplicationId id, String account, int offer) {
    return new Wish(
        "code for " + OFFERS.get(offer).channel(),
        () ->
            functions
                .codes()
                .issue(id, OFFERS.get(offer), Optional.empty(), new Applicant(account)));
  }

  Wish hasPaid(ApplicationId id, String account) {
    return new Wish("I have paid", () -> functions.check().check(id, new Applicant(account)));
  }

  Wish giveBack(ApplicationId id, String account) {
    return new Wish(
        "give back", () -> functions.leave().giveBack(id, new Applicant(account), null));
  }

  Wish cancel(ApplicationId id, String account) {
    return new Wish("cancel", () -> functions.leave().cancel(id, new Applicant(account), null));
  }
}

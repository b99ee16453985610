package id.antrean.simulation;

import id.antrean.domain.application.Application;
import id.antrean.memory.World;
import java.util.List;

/** Digests of 64 bits of everything that decides what can come after. */
final class Standing {
  private long digest = 17;

  private Standing() {}

  static long of(Cast cast, Invocations invocations, int faultsLeft) {
    Standing standing = new Standing();
    standing.of(cast.world());
    cast.callers().forEach(caller -> standing.and(caller.standing()));
    cast.outside().forEach(event -> standing.and(event.left()));
    standing.and(faultsLeft);
    // In no order: who began first makes no difference to what can come.
    standing.and(invocations.all().stream().mapToLong(one -> Standing.of(one.actor())).sum());
    return standing.digest;
  }

  private void of(World world) {
    for (Application application : world.applications.all()) {
      and(application.version());
      and(application.status().name().hashCode());
      and(application.booking().state().hashCode());
      and(application.revision());
      and(application.booking().history().hashCode());
      and(application.booking().bills().hashCode());
      and(application.timeline().hashCode());
      and(world.applications.holdsOf(application.account()).hashCode());
    }
    and(List.copyOf(world.seats.all()).hashCode());
    and(world.calendar.settings().hashCode());
    and(world.calendar.revisions().hashCode());
    and(List.copyOf(world.counter.lines()).hashCode());
    and(world.payments.kept().hashCode());
    and(world.applications.guards().hashCode());
    and(world.deadlines.timed().hashCode());
    and(world.time.instant().hashCode());
  }

  private static long of(Actor actor) {
    Standing standing = new Standing();
    standing.and(actor.name().get().hashCode());
    standing.and(actor.startedAt().hashCode());
    standing.and(actor.heard());
    return standing.digest;
  }

  private void and(long more) {
    long mixed = (digest ^ more) * 0x9E3779B97F4A7C15L;
    digest = mixed ^ (mixed >>> 29);
  }
}

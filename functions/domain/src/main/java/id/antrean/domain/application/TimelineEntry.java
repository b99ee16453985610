package id.antrean.domain.application;

import id.antrean.domain.Actor;
import java.time.Instant;

/**
 * One thing that happened to an application, kept in the same write that did it.
 *
 * @param role and name of the actor
 */
public record TimelineEntry(Instant at, Event event, String role, String name) {

  static TimelineEntry of(Instant at, Event event, Actor actor) {
    return new TimelineEntry(at, event, actor.role(), actor.name());
  }
}

package id.antrean.domain.application;

import java.util.Set;

/**
 * The versions of an application or a day, as its client has seen them, at which a step may be
 * taken: a late repeat on a bad network changes nothing any more.
 *
 * @param versions any of which will do; empty when the client named none that there can be
 */
public record IfVersion(Set<Integer> versions) {

  public IfVersion {
    versions = Set.copyOf(versions);
  }

  /** Whether the step may be taken at that version. */
  public boolean allows(int version) {
    return versions.contains(version);
  }
}

package id.antrean.payments;

import java.util.List;

/**
 * The secrets under which a sender may sign now: the present one, and while they rotate the former
 * one too.
 */
public interface Keys {

  /** At least one; never an empty one. Throws {@link id.antrean.domain.Unavailable}. */
  List<String> valid();
}

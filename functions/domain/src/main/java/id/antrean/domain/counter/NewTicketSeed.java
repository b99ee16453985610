package id.antrean.domain.counter;

/** Draws seeds of keys that sign tickets. */
public interface NewTicketSeed {
  /** Unguessable. */
  String draw();
}

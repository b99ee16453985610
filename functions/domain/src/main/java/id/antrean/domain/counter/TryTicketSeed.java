package id.antrean.domain.counter;

/** Tries a seed before tickets are signed with the key that is made of it. */
public interface TryTicketSeed {

  /** Whether what its key signs is found to be signed by that key. */
  boolean works(String seed);
}

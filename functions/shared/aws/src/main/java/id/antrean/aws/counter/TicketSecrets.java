package id.antrean.aws.counter;

import java.util.List;

/** The secrets of which keys are made. */
@FunctionalInterface
public interface TicketSecrets {

  /** Those that are believed, the newest first. */
  List<String> valid();

  /** That of the key that signs. */
  default String signing() {
    return valid().getFirst();
  }

  /** The same once it was looked whether there is a newer one. */
  default List<String> renewed() {
    return valid();
  }
}

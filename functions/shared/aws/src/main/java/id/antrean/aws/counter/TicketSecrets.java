package id.antrean.aws.counter;

import java.util.List;

/** The secrets of which keys are made. */
@FunctionalInterface
public interface TicketSecrets {

  /** That of the key that signs first, then those that are believed. */
  List<String> valid();

  /** The same once it was looked whether there is a newer one. */
  default List<String> renewed() {
    return valid();
  }
}

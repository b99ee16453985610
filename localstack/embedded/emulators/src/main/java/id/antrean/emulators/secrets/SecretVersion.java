package id.antrean.emulators.secrets;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * One version of a secret.
 *
 * @param id its id, 32 to 64 characters
 * @param stages the stages that point to it
 * @param text what it holds; nothing until the function that rotates the secret has put it
 * @param created when, by business time
 */
record SecretVersion(String id, List<String> stages, Optional<String> text, Instant created) {

  static final String CURRENT = "AWSCURRENT";
  static final String PREVIOUS = "AWSPREVIOUS";
  static final String PENDING = "AWSPENDING";

  SecretVersion staged(List<String> newStages) {
    return new SecretVersion(id, newStages, text, created);
  }

  boolean is(String stage) {
    return stages.contains(stage);
  }

  /** The stages stay out of logs with the rest: a secret never prints itself. */
  @Override
  public String toString() {
    return "SecretVersion[" + id + "]";
  }
}

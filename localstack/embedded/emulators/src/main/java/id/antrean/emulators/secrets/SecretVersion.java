package id.antrean.emulators.secrets;

import java.time.Instant;
import java.util.List;

/**
 * One version of a secret.
 *
 * @param id its id, 32 to 64 characters
 * @param stages the stages that point to it
 * @param text what it holds
 * @param created when, by business time
 */
record SecretVersion(String id, List<String> stages, String text, Instant created) {

  static final String CURRENT = "AWSCURRENT";
  static final String PREVIOUS = "AWSPREVIOUS";

  SecretVersion staged(List<String> newStages) {
    return new SecretVersion(id, newStages, text, created);
  }

  /** The stages stay out of logs with the rest: a secret never prints itself. */
  @Override
  public String toString() {
    return "SecretVersion[" + id + "]";
  }
}

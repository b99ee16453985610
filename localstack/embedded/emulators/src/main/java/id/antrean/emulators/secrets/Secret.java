package id.antrean.emulators.secrets;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A secret with its versions, newest first.
 *
 * @param name its name
 * @param arn its ARN
 * @param versions those that a stage points to
 */
record Secret(String name, String arn, List<SecretVersion> versions) {

  Optional<SecretVersion> staged(String stage) {
    return versions.stream().filter(version -> version.stages().contains(stage)).findFirst();
  }

  Optional<SecretVersion> version(String id) {
    return versions.stream().filter(version -> version.id().equals(id)).findFirst();
  }

  /**
   * With one more version. Each of its stages leaves the version that had it; the version that was
   * current becomes the previous one; a version without a stage is forgotten.
   */
  Secret plus(SecretVersion added) {
    boolean becomesCurrent = added.stages().contains(SecretVersion.CURRENT);
    List<SecretVersion> kept = new ArrayList<>(List.of(added));
    for (SecretVersion version : versions) {
      List<String> stages = new ArrayList<>(version.stages());
      stages.removeAll(added.stages());
      if (becomesCurrent) {
        stages.remove(SecretVersion.PREVIOUS);
        if (version.stages().contains(SecretVersion.CURRENT)) {
          stages.add(SecretVersion.PREVIOUS);
        }
      }
      if (!stages.isEmpty()) {
        kept.add(version.staged(List.copyOf(stages)));
      }
    }
    return new Secret(name, arn, List.copyOf(kept));
  }
}

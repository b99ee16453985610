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
    return versions.stream().filter(version -> version.is(stage)).findFirst();
  }

  Optional<SecretVersion> version(String id) {
    return versions.stream().filter(version -> version.id().equals(id)).findFirst();
  }

  /**
   * With one more version, or another of the same id in its place. Each of its stages leaves the
   * version that had it; the version that was current becomes the previous one; a version without a
   * stage is forgotten.
   */
  Secret plus(SecretVersion added) {
    boolean becomesCurrent =
        added.is(SecretVersion.CURRENT)
            && !staged(SecretVersion.CURRENT)
                .map(SecretVersion::id)
                .equals(Optional.of(added.id()));
    List<SecretVersion> kept = new ArrayList<>(List.of(added));
    for (SecretVersion version : versions) {
      List<String> stages = new ArrayList<>(version.stages());
      stages.removeAll(added.stages());
      if (becomesCurrent) {
        stages.remove(SecretVersion.PREVIOUS);
        if (version.is(SecretVersion.CURRENT)) {
          stages.add(SecretVersion.PREVIOUS);
        }
      }
      if (!stages.isEmpty() && !version.id().equals(added.id())) {
        kept.add(version.staged(List.copyOf(stages)));
      }
    }
    return new Secret(name, arn, List.copyOf(kept));
  }

  /** With that stage at that version and no other. */
  Secret moved(String stage, SecretVersion to) {
    List<String> stages = new ArrayList<>(to.stages());
    stages.remove(stage);
    if (stage.equals(SecretVersion.CURRENT)) {
      stages.remove(SecretVersion.PREVIOUS);
    }
    stages.addFirst(stage);
    return plus(to.staged(List.copyOf(stages)));
  }

  /** With that stage at no version. */
  Secret without(String stage) {
    List<SecretVersion> kept = new ArrayList<>();
    for (SecretVersion version : versions) {
      List<String> stages = version.stages().stream().filter(it -> !it.equals(stage)).toList();
      if (!stages.isEmpty()) {
        kept.add(version.staged(stages));
      }
    }
    return new Secret(name, arn, List.copyOf(kept));
  }
}

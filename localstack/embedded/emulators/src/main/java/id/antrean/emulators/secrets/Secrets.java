package id.antrean.emulators.secrets;

import id.antrean.emulators.calls.AwsError;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** The secrets of the account, kept over restarts when there is a folder. Thread-safe. */
public final class Secrets {

  private final SecretDocuments documents;
  private final InstantSource clock;
  private final Map<String, Secret> byName = new HashMap<>();

  /** Those in the folder; none without a folder. */
  public Secrets(Optional<Path> folder, InstantSource clock) {
    this.documents = new SecretDocuments(folder);
    this.clock = clock;
    documents.all().forEach(secret -> byName.put(secret.name(), secret));
  }

  /** Makes the secret unless it is there already; returns its ARN. */
  public synchronized String define(String name, SecretString first) {
    Secret there = byName.get(name);
    return there != null ? there.arn() : create(name, first.make(), Optional.empty()).arn();
  }

  /** The current text of a secret, by name or ARN. */
  public synchronized String current(String nameOrArn) {
    return find(nameOrArn)
        .staged(SecretVersion.CURRENT)
        .flatMap(SecretVersion::text)
        .orElseThrow(() -> notFound("a current version"));
  }

  /** Makes a new version the current one; the former becomes the previous. */
  public synchronized void rotate(String nameOrArn, String text) {
    put(nameOrArn, text, Optional.empty(), List.of(SecretVersion.CURRENT));
  }

  synchronized Secret create(String name, String text, Optional<String> versionId) {
    if (byName.containsKey(name)) {
      throw AwsError.badRequest(
          "ResourceExistsException",
          "The operation failed because the secret " + name + " already exists.");
    }
    String arn =
        "arn:aws:secretsmanager:ap-southeast-3:000000000000:secret:"
            + name
            + "-"
            + UUID.randomUUID().toString().substring(0, 6);
    return keep(
        new Secret(name, arn, List.of())
            .plus(version(text, versionId, List.of(SecretVersion.CURRENT))));
  }

  synchronized Secret put(
      String nameOrArn, String text, Optional<String> versionId, List<String> stages) {
    Secret secret = find(nameOrArn);
    Optional<SecretVersion> same = versionId.flatMap(secret::version);
    if (same.flatMap(SecretVersion::text).isEmpty()) {
      return keep(secret.plus(version(text, versionId, stages)));
    }
    if (same.flatMap(SecretVersion::text).equals(Optional.of(text))) {
      return secret;
    }
    throw AwsError.badRequest(
        "ResourceExistsException", "This version is there with another content");
  }

  /**
   * Moves a stage from a version to another, or away from it.
   *
   * @throws AwsError unless it is said where the stage is now
   */
  synchronized Secret move(
      String nameOrArn, String stage, Optional<String> to, Optional<String> from) {
    Secret secret = find(nameOrArn);
    Optional<String> there = secret.staged(stage).map(SecretVersion::id);
    if (!from.equals(there) && !(from.isEmpty() && to.equals(there))) {
      throw AwsError.badRequest(
          "InvalidParameterException",
          there
              .map(id -> "RemoveFromVersionId has to say where " + stage + " is: at version " + id)
              .orElse(stage + " is at no version that it could be removed from"));
    }
    if (to.isPresent()) {
      SecretVersion version = secret.version(to.get()).orElseThrow(() -> notFound("the version"));
      return keep(secret.moved(stage, version));
    }
    if (stage.equals(SecretVersion.CURRENT)) {
      throw AwsError.badRequest(
          "InvalidParameterException", "You can't remove " + stage + " without moving it");
    }
    return keep(secret.without(stage));
  }

  /** Another version, which holds nothing yet. */
  synchronized Secret begin(String nameOrArn, String versionId) {
    return keep(
        find(nameOrArn)
            .plus(
                new SecretVersion(
                    versionId, List.of(SecretVersion.PENDING), Optional.empty(), clock.instant())));
  }

  synchronized Secret find(String nameOrArn) {
    return byName.values().stream()
        .filter(secret -> secret.name().equals(nameOrArn) || secret.arn().equals(nameOrArn))
        .findFirst()
        .orElseThrow(() -> notFound("the specified secret"));
  }

  static AwsError notFound(String what) {
    return AwsError.badRequest(
        "ResourceNotFoundException", "Secrets Manager can't find " + what + ".");
  }

  private SecretVersion version(String text, Optional<String> id, List<String> stages) {
    return new SecretVersion(
        id.orElseGet(() -> UUID.randomUUID().toString()),
        stages,
        Optional.of(text),
        clock.instant());
  }

  private Secret keep(Secret secret) {
    documents.put(secret);
    byName.put(secret.name(), secret);
    return secret;
  }
}

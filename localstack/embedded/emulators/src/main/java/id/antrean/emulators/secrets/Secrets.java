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
        .orElseThrow(() -> notFound("a current version"))
        .text();
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
    if (same.isEmpty()) {
      return keep(secret.plus(version(text, versionId, stages)));
    }
    if (same.get().text().equals(text)) {
      return secret;
    }
    throw AwsError.badRequest(
        "ResourceExistsException", "This version is there with another content");
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
        id.orElseGet(() -> UUID.randomUUID().toString()), stages, text, clock.instant());
  }

  private Secret keep(Secret secret) {
    documents.put(secret);
    byName.put(secret.name(), secret);
    return secret;
  }
}

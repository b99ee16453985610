package id.antrean.emulators.secrets;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import id.antrean.emulators.calls.AwsError;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Rotates secrets as Secrets Manager does: a version that holds nothing is staged as pending, and
 * the secret's function is called for it with four steps, of which the last makes it the current
 * one. A step that fails ends the rotation; the version stays pending, and the next try goes on
 * with it. Thread-safe.
 */
public final class Rotations {
  private static final List<String> STEPS =
      List.of("createSecret", "setSecret", "testSecret", "finishSecret");

  /** So long after a try that failed comes the next. */
  private static final Duration TRIED_AGAIN_AFTER = Duration.ofDays(1);

  private final Secrets secrets;
  private final InstantSource clock;
  private final Map<String, Plan> plans = new LinkedHashMap<>();
  private final Map<String, Instant> tried = new LinkedHashMap<>();

  /** Of two rotations at once one waits for the other. */
  private final Lock oneAtATime = new ReentrantLock();

  private volatile RotationFunctions functions = (function, event) -> false;

  /**
   * By which function a secret is rotated.
   *
   * @param every so long after its current version was made
   */
  record Plan(String functionArn, Duration every) {}

  public Rotations(Secrets secrets, InstantSource clock) {
    this.secrets = secrets;
    this.clock = clock;
  }

  /** From now on functions are called by that. */
  public void callBy(RotationFunctions calling) {
    functions = calling;
  }

  /** From now on that function rotates that secret so long after its current version was made. */
  public synchronized void plan(String arn, String functionArn, Duration every) {
    plans.put(arn, new Plan(functionArn, every));
  }

  synchronized Optional<Plan> planOf(Secret secret) {
    return Optional.ofNullable(plans.get(secret.arn()));
  }

  /**
   * The secrets whose time has come; each is told once, and a day later if it has not gone well.
   */
  public synchronized List<String> takeDue() {
    Instant now = clock.instant();
    List<String> due = new ArrayList<>();
    plans.forEach(
        (arn, plan) -> {
          if (!dueFrom(arn, plan).isAfter(now) && !wasJustTried(arn, now)) {
            tried.put(arn, now);
            due.add(arn);
          }
        });
    return due;
  }

  private boolean wasJustTried(String arn, Instant now) {
    Instant last = tried.get(arn);
    return last != null && last.plus(TRIED_AGAIN_AFTER).isAfter(now);
  }

  private Instant dueFrom(String arn, Plan plan) {
    return secrets
        .find(arn)
        .staged(SecretVersion.CURRENT)
        .map(version -> version.created().plus(plan.every()))
        .orElse(Instant.MAX);
  }

  /** Rotates a secret that has come due, or goes on with what did not go well. */
  public void rotate(String arn) {
    oneAtATime.lock();
    try {
      Secret secret = secrets.find(arn);
      steps(
          secret,
          underWay(secret)
              .map(SecretVersion::id)
              .orElseGet(() -> begin(secret, UUID.randomUUID().toString())));
    } finally {
      oneAtATime.unlock();
    }
  }

  /**
   * Rotates it now.
   *
   * @return the id of its new version, whether the function went well or not
   * @throws AwsError where no function rotates it, or a rotation is under way, which is gone on
   *     with
   */
  String rotate(String nameOrArn, Optional<String> token) {
    oneAtATime.lock();
    try {
      return rotateNow(secrets.find(nameOrArn), token);
    } finally {
      oneAtATime.unlock();
    }
  }

  private String rotateNow(Secret secret, Optional<String> token) {
    if (planOf(secret).isEmpty()) {
      throw AwsError.badRequest(
          "InvalidRequestException",
          "No Lambda rotation function ARN is associated with this secret.");
    }
    Optional<SecretVersion> underWay = underWay(secret);
    if (underWay.isPresent()) {
      steps(secret, underWay.get().id());
      throw AwsError.badRequest(
          "InvalidRequestException",
          "A previous rotation isn't complete. That rotation will be reattempted.");
    }
    String version = begin(secret, token.orElseGet(() -> UUID.randomUUID().toString()));
    steps(secret, version);
    return version;
  }

  private static Optional<SecretVersion> underWay(Secret secret) {
    return secret
        .staged(SecretVersion.PENDING)
        .filter(pending -> !pending.is(SecretVersion.CURRENT));
  }

  private String begin(Secret secret, String version) {
    if (secret.version(version).isEmpty()) {
      secrets.begin(secret.arn(), version);
    }
    return version;
  }

  private void steps(Secret secret, String version) {
    String function = planOf(secret).map(Plan::functionArn).orElseThrow();
    for (String step : STEPS) {
      String event =
          JsonNodeFactory.instance
              .objectNode()
              .put("SecretId", secret.arn())
              .put("ClientRequestToken", version)
              .put("Step", step)
              .toString();
      if (!functions.call(function, event)) {
        return;
      }
    }
  }
}

package id.antrean.stack.events;

import id.antrean.stack.deploy.BucketNotification;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.HeadObjectResponse;
import software.amazon.awssdk.services.s3.model.S3Object;

/** Turns what the object store has accepted into events about new objects. */
public final class NewObjects implements ObjectFront.StoredObjects {
  private final S3Client s3;
  private final List<BucketNotification> notifications;
  private final ObjectEvents events;
  private final Consumer<String> console;

  public NewObjects(
      S3Client s3,
      List<BucketNotification> notifications,
      ObjectEvents events,
      Consumer<String> console) {
    this.s3 = s3;
    this.notifications = notifications;
    this.events = events;
    this.console = console;
  }

  @Override
  public void accepted(String method, String path, String query, boolean copy) {
    String[] parts = path.substring(1).split("/", 2);
    Optional<String> kind = kind(method, query, copy);
    if (parts.length < 2 || parts[1].isEmpty() || kind.isEmpty()) {
      return;
    }
    String key = URLDecoder.decode(parts[1].replace("+", "%2B"), StandardCharsets.UTF_8);
    boolean meant =
        notifications.stream()
            .anyMatch(n -> n.bucket().equals(parts[0]) && n.covers(kind.get(), key));
    if (meant) {
      tell(kind.get(), parts[0], key);
    }
  }

  private void tell(String kind, String bucket, String key) {
    try {
      HeadObjectResponse head = s3.headObject(request -> request.bucket(bucket).key(key));
      events.raise(
          new ObjectEvents.Created(
              kind, bucket, key, head.contentLength(), head.eTag().replace("\"", "")));
    } catch (SdkException e) {
      console.accept("no event was sent about " + bucket + "/" + key + ": " + e.getMessage());
    }
  }

  private static Optional<String> kind(String method, String query, boolean copy) {
    String parameters = query.toLowerCase(Locale.ROOT);
    if (method.equals("POST") && parameters.contains("uploadid=")) {
      return Optional.of("ObjectCreated:CompleteMultipartUpload");
    }
    boolean wholeObject =
        parameters.isEmpty() || parameters.startsWith("x-") || parameters.contains("x-amz-");
    if (!method.equals("PUT") || !wholeObject || parameters.contains("uploadid=")) {
      return Optional.empty();
    }
    return Optional.of(copy ? "ObjectCreated:Copy" : "ObjectCreated:Put");
  }

  /**
   * Tells again of every object that is still where uploads arrive: the stack may have been killed
   * between an upload and its event.
   */
  public void tellOfExisting() {
    for (BucketNotification notification : notifications) {
      s3
          .listObjectsV2Paginator(
              request -> request.bucket(notification.bucket()).prefix(notification.prefix()))
          .contents()
          .stream()
          .map(S3Object::key)
          .forEach(key -> tell("ObjectCreated:Put", notification.bucket(), key));
    }
  }
}

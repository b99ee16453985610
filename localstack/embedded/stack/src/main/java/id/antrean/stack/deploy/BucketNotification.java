package id.antrean.stack.deploy;

/**
 * Which new objects of a bucket a queue hears of.
 *
 * @param event {@code s3:ObjectCreated:*} or one kind of it
 */
public record BucketNotification(
    String bucket, String event, String prefix, String suffix, String queueArn) {

  /** Whether an event of that kind about that key is meant. */
  public boolean covers(String kind, String key) {
    boolean kindMatches = event.equals("s3:ObjectCreated:*") || event.equals("s3:" + kind);
    return kindMatches && key.startsWith(prefix) && key.endsWith(suffix);
  }
}

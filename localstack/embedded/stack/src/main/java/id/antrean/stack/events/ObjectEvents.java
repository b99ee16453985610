package id.antrean.stack.events;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import id.antrean.stack.deploy.BucketNotification;
import id.antrean.stack.template.Template;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import software.amazon.awssdk.services.sqs.SqsClient;

/** Tells queues of new objects, as S3 does. */
public final class ObjectEvents {
  private final List<BucketNotification> notifications;
  private final Map<String, String> queueUrlsByArn;
  private final SqsClient sqs;
  private final InstantSource clock;
  private final AtomicLong sequence = new AtomicLong(System.currentTimeMillis());

  public ObjectEvents(
      List<BucketNotification> notifications,
      Map<String, String> queueUrlsByArn,
      SqsClient sqs,
      InstantSource clock) {
    this.notifications = notifications;
    this.queueUrlsByArn = queueUrlsByArn;
    this.sqs = sqs;
    this.clock = clock;
  }

  /**
   * A new object.
   *
   * @param kind {@code ObjectCreated:Put}, {@code ObjectCreated:Copy} …
   * @param key not encoded
   */
  public record Created(String kind, String bucket, String key, long size, String eTag) {}

  /** Sends the event to every queue that asked for it. */
  public void raise(Created created) {
    for (BucketNotification notification : notifications) {
      if (notification.bucket().equals(created.bucket())
          && notification.covers(created.kind(), created.key())) {
        send(notification.queueArn(), event(created));
      }
    }
  }

  /** What S3 sends once when a bucket's notifications are set up. */
  public void sendTestEvents() {
    for (BucketNotification notification : notifications) {
      ObjectNode event = JsonNodeFactory.instance.objectNode();
      event.put("Service", "Amazon S3");
      event.put("Event", "s3:TestEvent");
      event.put("Time", clock.instant().toString());
      event.put("Bucket", notification.bucket());
      event.put("RequestId", UUID.randomUUID().toString());
      event.put("HostId", "local");
      send(notification.queueArn(), event);
    }
  }

  private void send(String queueArn, ObjectNode event) {
    String url = queueUrlsByArn.get(queueArn);
    if (url == null) {
      throw new IllegalArgumentException("bucket notifications name no queue here: " + queueArn);
    }
    sqs.sendMessage(request -> request.queueUrl(url).messageBody(event.toString()));
  }

  private ObjectNode event(Created created) {
    ObjectNode event = JsonNodeFactory.instance.objectNode();
    ObjectNode item = event.putArray("Records").addObject();
    item.put("eventVersion", "2.1");
    item.put("eventSource", "aws:s3");
    item.put("awsRegion", Template.REGION);
    item.put("eventTime", clock.instant().toString());
    item.put("eventName", created.kind());
    item.putObject("userIdentity").put("principalId", "AWS:local");
    item.putObject("requestParameters").put("sourceIPAddress", "127.0.0.1");
    ObjectNode response = item.putObject("responseElements");
    response.put("x-amz-request-id", UUID.randomUUID().toString());
    response.put("x-amz-id-2", "local");
    ObjectNode s3 = item.putObject("s3");
    s3.put("s3SchemaVersion", "1.0");
    s3.put("configurationId", "local");
    ObjectNode bucket = s3.putObject("bucket");
    bucket.put("name", created.bucket());
    bucket.putObject("ownerIdentity").put("principalId", "local");
    bucket.put("arn", "arn:aws:s3:::" + created.bucket());
    ObjectNode object = s3.putObject("object");
    object.put("key", URLEncoder.encode(created.key(), StandardCharsets.UTF_8).replace("%2F", "/"));
    object.put("size", created.size());
    object.put("eTag", created.eTag());
    object.put("sequencer", "%016X".formatted(sequence.incrementAndGet()));
    return event;
  }
}

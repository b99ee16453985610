package id.antrean.stack.deploy;

import id.antrean.stack.gateway.PageOrigins;
import id.antrean.stack.template.Section;
import id.antrean.stack.template.TemplateException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.BucketAlreadyOwnedByYouException;
import software.amazon.awssdk.services.s3.model.NoSuchBucketException;

/** AWS::S3::Bucket and what it tells queues about its objects. */
final class BucketDeployer implements Deployer {
  private final S3Client s3;
  private final Mentions mentions;
  private final List<BucketNotification> notifications = new ArrayList<>();
  private final List<SharedBucket> shared = new ArrayList<>();

  BucketDeployer(S3Client s3, Mentions mentions) {
    this.s3 = s3;
    this.mentions = mentions;
  }

  List<BucketNotification> notifications() {
    return notifications;
  }

  List<SharedBucket> shared() {
    return shared;
  }

  @Override
  public String type() {
    return "AWS::S3::Bucket";
  }

  @Override
  public Deployed deploy(String logicalId, Section properties) {
    properties.ignoring(
        "BucketEncryption",
        "PublicAccessBlockConfiguration",
        "LifecycleConfiguration",
        "OwnershipControls",
        "VersioningConfiguration",
        "LoggingConfiguration",
        "Tags");
    String name = properties.text("BucketName").orElse(Naming.bucket(logicalId));
    properties
        .section("NotificationConfiguration")
        .ifPresent(section -> readNotifications(name, section));
    properties.section("CorsConfiguration").ifPresent(section -> readCors(name, section));
    make(name);
    new FormerBucket(s3).moveTo(name);
    String arn = "arn:aws:s3:::" + name;
    return new Deployed(logicalId, type(), name, Map.of("Arn", arn));
  }

  private void readNotifications(String bucket, Section section) {
    for (Section queue : section.sections("QueueConfigurations")) {
      String event = queue.required("Event");
      if (!event.startsWith("s3:ObjectCreated:")) {
        throw new TemplateException(
            queue.place() + ".Event", "only s3:ObjectCreated events are raised");
      }
      String prefix = "";
      String suffix = "";
      for (Section rule : rules(queue)) {
        switch (rule.required("Name")) {
          case "prefix" -> prefix = rule.required("Value");
          case "suffix" -> suffix = rule.required("Value");
          default -> throw new TemplateException(rule.place() + ".Name", "is prefix or suffix");
        }
      }
      notifications.add(
          new BucketNotification(bucket, event, prefix, suffix, queue.required("Queue")));
      mentions.add(queue.place() + ".Queue", queue.required("Queue"), QueueDeployer.TYPE);
    }
  }

  private void readCors(String bucket, Section section) {
    for (Section rule : section.sections("CorsRules")) {
      shared.add(
          new SharedBucket(
              bucket,
              new PageOrigins(rule.texts("AllowedOrigins")),
              Set.copyOf(rule.texts("AllowedMethods")),
              rule.texts("AllowedHeaders").stream()
                  .map(header -> header.toLowerCase(Locale.ROOT))
                  .collect(Collectors.toSet()),
              rule.texts("ExposedHeaders"),
              rule.whole("MaxAge").orElse(0)));
    }
  }

  private static List<Section> rules(Section queue) {
    return queue
        .section("Filter")
        .flatMap(filter -> filter.section("S3Key"))
        .map(key -> key.sections("Rules"))
        .orElse(List.of());
  }

  private void make(String name) {
    try {
      s3.headBucket(request -> request.bucket(name));
    } catch (NoSuchBucketException e) {
      createUnlessThere(name);
    }
  }

  private void createUnlessThere(String name) {
    try {
      s3.createBucket(request -> request.bucket(name));
    } catch (BucketAlreadyOwnedByYouException e) {
      return;
    }
  }
}

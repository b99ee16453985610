package id.antrean.stack.deploy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import id.antrean.stack.template.Section;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;
import software.amazon.awssdk.services.sqs.model.QueueDoesNotExistException;

/** AWS::SQS::Queue: delay, visibility, retention and dead letters. */
final class QueueDeployer implements Deployer {
  private static final String REDRIVE = "RedrivePolicy";
  private static final String DEAD_LETTERS = "deadLetterTargetArn";

  private final SqsClient sqs;
  private final Map<String, String> arnsHere = new HashMap<>();

  QueueDeployer(SqsClient sqs) {
    this.sqs = sqs;
  }

  @Override
  public String type() {
    return "AWS::SQS::Queue";
  }

  @Override
  public Deployed deploy(String logicalId, Section properties) {
    properties.ignoring(
        "SqsManagedSseEnabled", "KmsMasterKeyId", "KmsDataKeyReusePeriodSeconds", "Tags");
    Map<QueueAttributeName, String> attributes = attributes(properties);
    String name = properties.text("QueueName").orElse(Naming.physical(logicalId));
    String url = make(name, attributes);
    String arn = Naming.arn("sqs", name);
    arnsHere.put(arn, arnHere(url));
    return new Deployed(
        logicalId, type(), url, Map.of("Arn", arn, "QueueName", name, "QueueUrl", url));
  }

  private Map<QueueAttributeName, String> attributes(Section properties) {
    Map<QueueAttributeName, String> attributes = new EnumMap<>(QueueAttributeName.class);
    for (QueueAttributeName attribute :
        new QueueAttributeName[] {
          QueueAttributeName.DELAY_SECONDS,
          QueueAttributeName.VISIBILITY_TIMEOUT,
          QueueAttributeName.MESSAGE_RETENTION_PERIOD,
          QueueAttributeName.RECEIVE_MESSAGE_WAIT_TIME_SECONDS
        }) {
      properties
          .whole(attribute.toString())
          .ifPresent(value -> attributes.put(attribute, String.valueOf(value)));
    }
    JsonNode redrive = properties.tree(REDRIVE);
    if (!redrive.isMissingNode()) {
      attributes.put(QueueAttributeName.REDRIVE_POLICY, redrivePolicy(redrive));
    }
    return attributes;
  }

  /** The emulator knows its queues by ARNs of its own. */
  private String redrivePolicy(JsonNode written) {
    ObjectNode policy = JsonNodeFactory.instance.objectNode();
    String arn = written.path(DEAD_LETTERS).asText();
    policy.put(DEAD_LETTERS, arnsHere.getOrDefault(arn, arn));
    policy.put("maxReceiveCount", written.path("maxReceiveCount").asInt());
    return policy.toString();
  }

  private String make(String name, Map<QueueAttributeName, String> attributes) {
    try {
      String url = sqs.getQueueUrl(request -> request.queueName(name)).queueUrl();
      sqs.setQueueAttributes(request -> request.queueUrl(url).attributes(attributes));
      return url;
    } catch (QueueDoesNotExistException e) {
      return sqs.createQueue(request -> request.queueName(name).attributes(attributes)).queueUrl();
    }
  }

  private String arnHere(String url) {
    String arn =
        sqs.getQueueAttributes(
                request -> request.queueUrl(url).attributeNames(QueueAttributeName.QUEUE_ARN))
            .attributes()
            .get(QueueAttributeName.QUEUE_ARN);
    return arn == null ? "" : arn;
  }
}

package id.antrean.stack.deploy;

import com.fasterxml.jackson.databind.JsonNode;
import id.antrean.stack.template.Section;
import java.util.EnumMap;
import java.util.Map;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;
import software.amazon.awssdk.services.sqs.model.QueueDoesNotExistException;

/** AWS::SQS::Queue: delay, visibility, retention and dead letters. */
final class QueueDeployer implements Deployer {
  static final String TYPE = "AWS::SQS::Queue";

  private static final String REDRIVE = "RedrivePolicy";

  private final SqsClient sqs;
  private final Mentions mentions;

  QueueDeployer(SqsClient sqs, Mentions mentions) {
    this.sqs = sqs;
    this.mentions = mentions;
  }

  @Override
  public String type() {
    return TYPE;
  }

  @Override
  public Deployed deploy(String logicalId, Section properties) {
    properties.ignoring(
        "SqsManagedSseEnabled", "KmsMasterKeyId", "KmsDataKeyReusePeriodSeconds", "Tags");
    Map<QueueAttributeName, String> attributes = attributes(properties);
    String name = properties.text("QueueName").orElse(Naming.physical(logicalId));
    String url = make(name, attributes);
    String arn = Naming.arn("sqs", name);
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
      attributes.put(QueueAttributeName.REDRIVE_POLICY, redrive.toString());
      mentions.add(
          properties.place() + "." + REDRIVE + ".deadLetterTargetArn",
          redrive.path("deadLetterTargetArn").asText(),
          TYPE);
    }
    return attributes;
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
}

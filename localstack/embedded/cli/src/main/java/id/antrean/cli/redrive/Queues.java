package id.antrean.cli.redrive;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import id.antrean.cli.console.CommandFailure;
import id.antrean.cli.endpoint.Reply;
import id.antrean.cli.endpoint.StackClient;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.cloudformation.CloudFormationClient;
import software.amazon.awssdk.services.sqs.SqsClient;

/**
 * The queues of a deployed system, by their names in the template.
 *
 * @param urls where each of them is
 */
public record Queues(SqsClient sqs, Map<String, String> urls) implements AutoCloseable {
  private static final String QUEUE = "AWS::SQS::Queue";

  /** Of the system that runs on this machine, or on LocalStack beside a sandbox. */
  public static Queues of(StackClient stack) {
    Reply reply = stack.send("GET", "/sandbox/aws", Map.of(), MissingNode.getInstance());
    if (!reply.ok()) {
      throw new CommandFailure("Where its queues are was not told: " + reply.refusal());
    }
    Map<String, String> urls = new TreeMap<>();
    for (Map.Entry<String, JsonNode> queue : reply.body().path("queues").properties()) {
      urls.put(queue.getKey(), queue.getValue().asText());
    }
    SqsClient sqs =
        SqsClient.builder()
            .httpClient(UrlConnectionHttpClient.create())
            .endpointOverride(URI.create(reply.at("/endpoint")))
            .region(Region.of(reply.at("/region")))
            .credentialsProvider(
                StaticCredentialsProvider.create(
                    AwsBasicCredentials.create(
                        reply.at("/accessKeyId"), reply.at("/secretAccessKey"))))
            .build();
    return new Queues(sqs, urls);
  }

  /** Of a CloudFormation stack, as whom and where AWS's own settings say. */
  public static Queues ofAws(String stackName) {
    try (CloudFormationClient cloudFormation =
        CloudFormationClient.builder().httpClient(UrlConnectionHttpClient.create()).build()) {
      Map<String, String> urls = new TreeMap<>();
      cloudFormation
          .listStackResourcesPaginator(request -> request.stackName(stackName))
          .stackResourceSummaries()
          .stream()
          .filter(resource -> resource.resourceType().equals(QUEUE))
          .forEach(
              resource -> urls.put(resource.logicalResourceId(), resource.physicalResourceId()));
      return new Queues(
          SqsClient.builder().httpClient(UrlConnectionHttpClient.create()).build(), urls);
    } catch (SdkException e) {
      throw new CommandFailure(
          "AWS did not tell of the stack "
              + stackName
              + " (AWS_PROFILE and AWS_REGION say as whom and where): "
              + e.getMessage());
    }
  }

  /** The dead letters of a queue that has some place for them. */
  public DeadLetters deadLettersOf(String queue) {
    String url =
        Optional.ofNullable(urls.get(queue))
            .orElseThrow(
                () ->
                    new CommandFailure(
                        "There is no queue "
                            + queue
                            + "; there are "
                            + urls.keySet().stream()
                                .filter(name -> !name.contains("DeadLetter"))
                                .collect(Collectors.joining(", "))));
    return DeadLetters.of(sqs, queue, url);
  }

  @Override
  public void close() {
    sqs.close();
  }
}

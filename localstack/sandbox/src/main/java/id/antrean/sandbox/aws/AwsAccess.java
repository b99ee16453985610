package id.antrean.sandbox.aws;

import java.net.URI;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.client.builder.AwsSyncClientBuilder;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.cloudformation.CloudFormationClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.lambda.LambdaClient;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;
import software.amazon.awssdk.services.sqs.SqsClient;

/** Where the system's AWS is, and as whom the sandbox calls it. */
public record AwsAccess(URI endpoint, String region, String accessKeyId, String secretAccessKey) {

  public DynamoDbClient dynamoDb() {
    return pointed(DynamoDbClient.builder()).build();
  }

  public SecretsManagerClient secretsManager() {
    return pointed(SecretsManagerClient.builder()).build();
  }

  public CloudFormationClient cloudFormation() {
    return pointed(CloudFormationClient.builder()).build();
  }

  public SqsClient sqs() {
    return pointed(SqsClient.builder()).build();
  }

  public LambdaClient lambda() {
    return pointed(LambdaClient.builder()).build();
  }

  /**
   * The HTTP client is named: beside the stack, others are on the class path, and the SDK would
   * choose among them.
   */
  private <B extends AwsClientBuilder<B, ?> & AwsSyncClientBuilder<B, ?>> B pointed(B builder) {
    return builder
        .httpClient(UrlConnectionHttpClient.create())
        .endpointOverride(endpoint)
        .region(Region.of(region))
        .credentialsProvider(
            StaticCredentialsProvider.create(
                AwsBasicCredentials.create(accessKeyId, secretAccessKey)));
  }
}

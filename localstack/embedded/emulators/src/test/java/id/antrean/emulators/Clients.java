package id.antrean.emulators;

import java.net.URI;
import java.time.Duration;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.kms.KmsClient;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;
import software.amazon.awssdk.services.sfn.SfnClient;
import software.amazon.awssdk.services.sqs.SqsClient;

/** The SDK's clients as a function would have them, without retries. */
final class Clients {

  static final StaticCredentialsProvider IDENTITY =
      StaticCredentialsProvider.create(
          AwsBasicCredentials.create(EmbeddedAws.ACCESS_KEY, EmbeddedAws.SECRET_KEY));

  private final EmbeddedAws aws;

  Clients(EmbeddedAws aws) {
    this.aws = aws;
  }

  DynamoDbClient dynamoDb() {
    return dynamoDbFrom("");
  }

  DynamoDbClient dynamoDbFrom(String caller) {
    return at(DynamoDbClient.builder(), URI.create(aws.edge() + caller))
        .httpClient(UrlConnectionHttpClient.create())
        .build();
  }

  SqsClient sqs() {
    return sqsFrom("");
  }

  SqsClient sqsFrom(String caller) {
    return at(SqsClient.builder(), URI.create(aws.edge() + caller))
        .httpClient(UrlConnectionHttpClient.create())
        .build();
  }

  SfnClient stepFunctions() {
    return at(SfnClient.builder(), aws.edge()).httpClient(UrlConnectionHttpClient.create()).build();
  }

  SecretsManagerClient secrets() {
    return at(SecretsManagerClient.builder(), aws.edge())
        .httpClient(UrlConnectionHttpClient.create())
        .build();
  }

  KmsClient kms() {
    return at(KmsClient.builder(), aws.edge()).httpClient(UrlConnectionHttpClient.create()).build();
  }

  S3Client s3() {
    return at(S3Client.builder(), aws.s3())
        .forcePathStyle(true)
        .httpClient(UrlConnectionHttpClient.create())
        .build();
  }

  private static <B extends AwsClientBuilder<B, ?>> B at(B builder, URI endpoint) {
    return builder
        .endpointOverride(endpoint)
        .region(Region.of(EmbeddedAws.REGION))
        .credentialsProvider(IDENTITY)
        .overrideConfiguration(
            given ->
                given
                    .apiCallTimeout(Duration.ofSeconds(20))
                    .retryStrategy(retries -> retries.maxAttempts(1)));
  }
}

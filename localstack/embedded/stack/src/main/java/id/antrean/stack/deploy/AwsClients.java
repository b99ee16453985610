package id.antrean.stack.deploy;

import java.net.URI;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.core.client.builder.SdkSyncClientBuilder;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.streams.DynamoDbStreamsClient;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.sqs.SqsClient;

/** The stack's own clients of the emulated services; they share one HTTP client. */
public final class AwsClients implements AutoCloseable {
  private final SdkHttpClient http = UrlConnectionHttpClient.create();
  private final Region region;
  private final AwsCredentialsProvider credentials;
  private final DynamoDbClient dynamoDb;
  private final DynamoDbStreamsClient streams;
  private final SqsClient sqs;
  private final S3Client s3;

  /**
   * @param edge where DynamoDB and SQS answer
   * @param streamsEndpoint where the streams of tables are read
   * @param s3Endpoint where S3 answers
   */
  public AwsClients(
      URI edge,
      URI streamsEndpoint,
      URI s3Endpoint,
      Region region,
      AwsCredentialsProvider credentials) {
    this.region = region;
    this.credentials = credentials;
    this.dynamoDb = at(edge, DynamoDbClient.builder()).build();
    this.streams = at(streamsEndpoint, DynamoDbStreamsClient.builder()).build();
    this.sqs = at(edge, SqsClient.builder()).build();
    this.s3 = at(s3Endpoint, S3Client.builder().forcePathStyle(true)).build();
  }

  private <B extends AwsClientBuilder<B, ?> & SdkSyncClientBuilder<B, ?>> B at(URI uri, B builder) {
    return builder
        .endpointOverride(uri)
        .region(region)
        .credentialsProvider(credentials)
        .httpClient(http);
  }

  public DynamoDbClient dynamoDb() {
    return dynamoDb;
  }

  public DynamoDbStreamsClient streams() {
    return streams;
  }

  public SqsClient sqs() {
    return sqs;
  }

  public S3Client s3() {
    return s3;
  }

  @Override
  public void close() {
    dynamoDb.close();
    streams.close();
    sqs.close();
    s3.close();
    http.close();
  }
}

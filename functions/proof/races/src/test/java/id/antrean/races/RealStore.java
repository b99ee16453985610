package id.antrean.races;

import id.antrean.emulators.EmbeddedAws;
import id.antrean.emulators.Settings;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ExtensionContext.StoreScope;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** Gives every test tables of its own on one DynamoDB Local, started with the first. */
final class RealStore implements ParameterResolver {
  private static final Namespace NAMESPACE = Namespace.create(RealStore.class);

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return parameter.getParameter().getType() == Tables.class;
  }

  @Override
  public Tables resolveParameter(ParameterContext parameter, ExtensionContext context) {
    // The launcher closes what is in this store when the session ends, after the last class.
    return Tables.createdOn(
        context
            .getStore(StoreScope.LAUNCHER_SESSION, NAMESPACE)
            .computeIfAbsent(Running.class, key -> Running.start(), Running.class)
            .client());
  }

  private record Running(EmbeddedAws aws, DynamoDbClient client) implements AutoCloseable {

    static Running start() {
      EmbeddedAws aws = EmbeddedAws.start(Settings.inMemory());
      return new Running(
          aws,
          DynamoDbClient.builder()
              .endpointOverride(aws.edge())
              .region(Region.of(EmbeddedAws.REGION))
              .credentialsProvider(
                  StaticCredentialsProvider.create(
                      AwsBasicCredentials.create(EmbeddedAws.ACCESS_KEY, EmbeddedAws.SECRET_KEY)))
              .httpClient(UrlConnectionHttpClient.create())
              .build());
    }

    @Override
    public void close() {
      client.close();
      aws.close();
    }
  }
}

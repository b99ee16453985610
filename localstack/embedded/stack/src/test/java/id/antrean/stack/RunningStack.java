package id.antrean.stack;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import id.antrean.emulators.EmbeddedAws;
import id.antrean.stack.deploy.AwsClients;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.regions.Region;

/**
 * One running stack of the test project, shared by the classes that only look at it from outside.
 */
final class RunningStack {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final HttpClient HTTP =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private static final RunningStack SHARED = new RunningStack();

  private final TestProject project;
  private final Stack stack;

  private RunningStack() {
    try {
      project = TestProject.in(Files.createTempDirectory("stack-test"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    stack = Stack.start(project.settings());
    Runtime.getRuntime().addShutdownHook(new Thread(stack::close));
  }

  static RunningStack shared() {
    return SHARED;
  }

  Stack stack() {
    return stack;
  }

  TestProject project() {
    return project;
  }

  AwsClients aws() {
    return awsOf(stack);
  }

  static AwsClients awsOf(Stack stack) {
    return new AwsClients(
        stack.edgeUri(),
        stack.edgeUri(),
        stack.s3Uri(),
        Region.AP_SOUTHEAST_3,
        StaticCredentialsProvider.create(
            AwsBasicCredentials.create(EmbeddedAws.ACCESS_KEY, EmbeddedAws.SECRET_KEY)));
  }

  HttpResponse<byte[]> send(String method, String path, String... headers) {
    return send(method, path, new byte[0], headers);
  }

  HttpResponse<byte[]> send(String method, String path, byte[] body, String... headers) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(stack.baseUri() + path))
            .method(method, HttpRequest.BodyPublishers.ofByteArray(body));
    if (headers.length > 0) {
      request.headers(headers);
    }
    try {
      return HTTP.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  static JsonNode json(HttpResponse<byte[]> answer) {
    try {
      return JSON.readTree(answer.body());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

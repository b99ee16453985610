package id.antrean.servers.dynamodb;

import java.io.IOException;
import java.lang.reflect.Field;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.apache.commons.cli.ParseException;
import org.eclipse.jetty.server.Connector;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import software.amazon.dynamodb.services.local.main.CommandLineInput;
import software.amazon.dynamodb.services.local.main.ServerRunner;
import software.amazon.dynamodb.services.local.server.DynamoDBProxyServer;

/**
 * Starts DynamoDB Local. Takes {@code host} (the address to listen on), {@code libraries} (the
 * folder with SQLite's native library); where they are wished, {@code port} (else any free one) and
 * {@code data} (a folder, made if missing, that keeps the tables over restarts). Returns the port
 * and what stops the server. Throws {@link IllegalStateException} when it cannot start.
 */
public final class DynamoDbServer
    implements Function<Map<String, Object>, Map.Entry<Integer, AutoCloseable>> {

  @Override
  public Map.Entry<Integer, AutoCloseable> apply(Map<String, Object> settings) {
    System.setProperty("sqlite4java.library.path", String.valueOf(settings.get("libraries")));
    try {
      DynamoDBProxyServer proxy = ServerRunner.createServer(input(settings));
      int port = settings.get("port") instanceof Integer wished ? wished : 0;
      ServerConnector connector = listenOn(proxy, String.valueOf(settings.get("host")), port);
      proxy.start();
      return Map.entry(connector.getLocalPort(), proxy::stop);
    } catch (Exception e) {
      throw new IllegalStateException("DynamoDB Local did not start", e);
    }
  }

  private static CommandLineInput input(Map<String, Object> settings)
      throws IOException, ParseException {
    CommandLineInput input = new CommandLineInput(arguments(settings));
    if (!input.init()) {
      throw new IllegalStateException("DynamoDB Local did not understand its settings");
    }
    return input;
  }

  private static String[] arguments(Map<String, Object> settings) throws IOException {
    List<String> arguments = new ArrayList<>(List.of("-sharedDb", "-disableTelemetry"));
    if (settings.get("data") instanceof Path data) {
      arguments.addAll(List.of("-dbPath", Files.createDirectories(data).toString()));
    } else {
      arguments.add("-inMemory");
    }
    return arguments.toArray(String[]::new);
  }

  /** The server has no option for its address, takes all of them, and refuses port 0. */
  private static ServerConnector listenOn(DynamoDBProxyServer proxy, String host, int port)
      throws ReflectiveOperationException {
    Field field = DynamoDBProxyServer.class.getDeclaredField("server");
    field.setAccessible(true);
    Connector[] connectors = ((Server) field.get(proxy)).getConnectors();
    ServerConnector connector = (ServerConnector) connectors[0];
    connector.setHost(host);
    connector.setPort(port);
    return connector;
  }
}

package id.antrean.servers.dynamodb;

import java.util.Map;

/**
 * DynamoDB Local as a process of its own, on 127.0.0.1 and forgetting everything at its end, for
 * LocalStack. Its arguments are the port and the folder with SQLite's native library.
 */
public final class DynamoDbProcess {
  private DynamoDbProcess() {}

  static void main(String[] arguments) {
    new DynamoDbServer()
        .apply(
            Map.of(
                "host",
                "127.0.0.1",
                "port",
                Integer.valueOf(arguments[0]),
                "libraries",
                arguments[1]));
  }
}

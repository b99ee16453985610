package id.antrean.servers.dynamodb;

import java.util.Map;

/**
 * DynamoDB Local as a process of its own, on 127.0.0.1 and forgetting everything at its end, for
 * LocalStack. It ends with whoever started it, even if that is killed. Its arguments are the port
 * and the folder with SQLite's native library.
 */
public final class DynamoDbProcess {
  private DynamoDbProcess() {}

  static void main(String[] arguments) {
    ProcessHandle.current().parent().ifPresent(DynamoDbProcess::endWith);
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

  private static void endWith(ProcessHandle starter) {
    var _ = starter.onExit().thenRun(() -> Runtime.getRuntime().halt(0));
  }
}

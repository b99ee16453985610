package id.antrean.emulators.servers;

import java.net.URLClassLoader;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/**
 * A server started in a class loader of its own, whose parent is the platform's. Its launcher
 * speaks JDK types only: a {@link Function} from settings to the port and what stops it.
 *
 * @param port the port it listens on
 * @param stopping what stops it
 */
public record Server(int port, AutoCloseable stopping) {

  /** One per server and JVM: a native library loads into one class loader only. */
  private static final Map<String, ClassLoader> LOADERS = new ConcurrentHashMap<>();

  /** DynamoDB Local; settings as its launcher documents them. */
  public static Server dynamoDb(ServerLibraries libraries, Map<String, Object> settings) {
    return start(libraries, "dynamodb", "id.antrean.servers.dynamodb.DynamoDbServer", settings);
  }

  /** ElasticMQ; settings as its launcher documents them. */
  public static Server elasticMq(ServerLibraries libraries, Map<String, Object> settings) {
    return start(libraries, "elasticmq", "id.antrean.servers.elasticmq.QueueServer", settings);
  }

  /** S3Proxy; settings as its launcher documents them. */
  public static Server s3Proxy(ServerLibraries libraries, Map<String, Object> settings) {
    return start(libraries, "s3proxy", "id.antrean.servers.s3proxy.S3Server", settings);
  }

  private static Server start(
      ServerLibraries libraries, String server, String launcher, Map<String, Object> settings) {
    ClassLoader loader =
        LOADERS.computeIfAbsent(
            libraries.jars(server).toString(),
            place ->
                new URLClassLoader(
                    server, libraries.classPath(server), ClassLoader.getPlatformClassLoader()));
    Thread thread = Thread.currentThread();
    ClassLoader before = thread.getContextClassLoader();
    thread.setContextClassLoader(loader);
    try {
      @SuppressWarnings("unchecked") // every launcher is such a function
      var start =
          (Function<Map<String, Object>, Map.Entry<Integer, AutoCloseable>>)
              Class.forName(launcher, true, loader)
                  .asSubclass(Function.class)
                  .getConstructor()
                  .newInstance();
      Map.Entry<Integer, AutoCloseable> started = start.apply(settings);
      return new Server(started.getKey(), started.getValue());
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("Launcher missing: " + launcher, e);
    } finally {
      thread.setContextClassLoader(before);
    }
  }

  /**
   * Stops it and waits until it has let go of its files.
   *
   * @throws IllegalStateException when it does not stop
   */
  public void stop() {
    try {
      stopping.close();
    } catch (Exception e) {
      throw new IllegalStateException("A server did not stop", e);
    }
  }
}

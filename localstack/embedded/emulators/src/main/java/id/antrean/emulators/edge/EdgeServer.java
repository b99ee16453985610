package id.antrean.emulators.edge;

import id.antrean.emulators.calls.AwsAnswer;
import id.antrean.emulators.calls.AwsError;
import java.net.URI;
import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.Set;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.VirtualThreads;
import org.eclipse.jetty.util.thread.QueuedThreadPool;

/**
 * The edge over HTTP, on loopback only. A request that a web page could have sent (a foreign {@code
 * Host}, any {@code Origin}) is refused.
 */
public final class EdgeServer implements AutoCloseable {

  private static final String LOOPBACK = "127.0.0.1";
  private static final Set<String> OWN_NAMES = Set.of(LOOPBACK, "localhost", "[::1]", "::1");

  private final Server server;
  private final ServerConnector connector;

  private EdgeServer(Server server, ServerConnector connector) {
    this.server = server;
    this.connector = connector;
  }

  /**
   * Starts listening.
   *
   * @param port 0 for any free one
   * @throws IllegalStateException when the port is taken
   */
  public static EdgeServer start(int port, Edge edge) {
    QueuedThreadPool threads = new QueuedThreadPool();
    threads.setName("edge");
    threads.setVirtualThreadsExecutor(VirtualThreads.getDefaultVirtualThreadsExecutor());
    Server server = new Server(threads);
    HttpConfiguration http = new HttpConfiguration();
    http.setSendServerVersion(false);
    ServerConnector connector = new ServerConnector(server, new HttpConnectionFactory(http));
    connector.setHost(LOOPBACK);
    connector.setPort(port);
    server.addConnector(connector);
    server.setHandler(new Calls(edge));
    try {
      server.start();
    } catch (Exception e) {
      throw new IllegalStateException("Cannot listen on " + LOOPBACK + ":" + port, e);
    }
    return new EdgeServer(server, connector);
  }

  /** Where it listens. */
  public URI uri() {
    return URI.create("http://" + LOOPBACK + ":" + connector.getLocalPort());
  }

  @Override
  public void close() {
    try {
      server.stop();
    } catch (Exception e) {
      throw new IllegalStateException("The edge did not stop", e);
    }
  }

  private static final class Calls extends Handler.Abstract {

    private final Edge edge;

    private Calls(Edge edge) {
      this.edge = edge;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback)
        throws java.io.IOException {
      Optional<AwsAnswer> answer =
          foreign(request)
              ? Optional.of(
                  AwsAnswer.error(
                      new AwsError(
                          403, "AccessDeniedException", "Not for web pages or other hosts")))
              : answer(request);
      if (answer.isEmpty()) {
        request.getConnectionMetaData().getConnection().getEndPoint().close();
        callback.failed(new java.io.IOException("closed without an answer, as asked"));
        return true;
      }
      response.setStatus(answer.get().status());
      answer.get().headers().forEach(response.getHeaders()::put);
      response.write(true, ByteBuffer.wrap(answer.get().body()), callback);
      return true;
    }

    private Optional<AwsAnswer> answer(Request request) throws java.io.IOException {
      try {
        return edge.answer(CallReader.read(request));
      } catch (AwsError e) {
        return Optional.of(AwsAnswer.error(e));
      }
    }

    private static boolean foreign(Request request) {
      return !OWN_NAMES.contains(Request.getServerName(request))
          || request.getHeaders().contains("Origin");
    }
  }
}

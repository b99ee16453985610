package id.antrean.stack.events;

import id.antrean.emulators.access.Permissions;
import id.antrean.stack.deploy.SharedBucket;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.List;
import org.eclipse.jetty.client.ConnectionPool;
import org.eclipse.jetty.client.Destination;
import org.eclipse.jetty.client.DuplexConnectionPool;
import org.eclipse.jetty.client.HttpClient;
import org.eclipse.jetty.client.transport.HttpClientTransportOverHTTP;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpURI;
import org.eclipse.jetty.http.UriCompliance;
import org.eclipse.jetty.io.ClientConnector;
import org.eclipse.jetty.proxy.ProxyHandler;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.thread.QueuedThreadPool;

/**
 * Stands before the object store, which has no notifications of its own: passes every request on as
 * it is, Host and signatures untouched, and tells of each object that the store has taken before
 * the sender learns of it.
 */
public final class ObjectFront implements AutoCloseable {
  private final Server server;
  private final URI uri;
  private final URI store;
  private final HeldObjects held = new HeldObjects(new Forward());
  private final SharedObjects shared = new SharedObjects(held);
  private volatile StoredObjects storedObjects = (method, path, query, copy) -> {};

  private ObjectFront(String host, int port, URI store) {
    this.store = store;
    QueuedThreadPool threads = new QueuedThreadPool(64, 2);
    threads.setName("objects");
    threads.setDaemon(true);
    server = new Server(threads);
    HttpConfiguration http = new HttpConfiguration();
    http.setSendServerVersion(false);
    http.setSendDateHeader(false);
    http.setHeaderCacheCaseSensitive(true); // else well-known values are respelled, and unsigned
    http.setUriCompliance(UriCompliance.UNSAFE);
    ServerConnector connector = new ServerConnector(server, 1, 1, new HttpConnectionFactory(http));
    connector.setHost(host);
    connector.setPort(port);
    server.addConnector(connector);
    server.setHandler(shared);
    try {
      server.start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (Exception e) {
      throw new IllegalStateException("the front of the object store does not start", e);
    }
    uri = URI.create("http://" + host + ":" + connector.getLocalPort());
  }

  /** Hears of requests that the store has answered with 200. */
  public interface StoredObjects {
    /**
     * The store holds what this request brought.
     *
     * @param path raw
     * @param query raw, may be empty
     * @param copy whether the object is a copy of another
     */
    void accepted(String method, String path, String query, boolean copy);
  }

  /**
   * Starts it.
   *
   * @param host a numeric address, which clients then find in pre-signed URLs
   * @param store where the object store answers
   */
  public static ObjectFront start(String host, int port, URI store) {
    return new ObjectFront(host, port, store);
  }

  /** Where clients reach the store. */
  public URI uri() {
    return uri;
  }

  /** Sets who hears of new objects. */
  public void tell(StoredObjects listener) {
    storedObjects = listener;
  }

  /** From now on functions may do that and nothing else; whoever has no name may do all. */
  public void allow(Permissions allowed) {
    held.allow(allowed);
  }

  /** Sets what pages of other origins may do with which buckets. */
  public void share(List<SharedBucket> buckets) {
    shared.share(buckets);
  }

  @Override
  public void close() {
    try {
      server.stop();
    } catch (Exception e) {
      throw new IllegalStateException("the front of the object store does not stop", e);
    }
  }

  private final class Forward extends ProxyHandler.Reverse {
    Forward() {
      super(
          request ->
              HttpURI.build(request.getHttpURI())
                  .scheme("http")
                  .authority(store.getHost(), store.getPort()));
    }

    /**
     * A connection carries one request. The store closes those that it has kept for a while, or
     * after a refusal: one that is picked up in that very moment would take a good upload with it,
     * since a body that has been sent cannot be sent again, and the sender would hear an empty 502.
     */
    @Override
    protected HttpClient newHttpClient() {
      QueuedThreadPool threads = new QueuedThreadPool();
      threads.setName("objects-store");
      threads.setDaemon(true);
      ClientConnector connector = new ClientConnector();
      connector.setExecutor(threads);
      HttpClientTransportOverHTTP transport = new HttpClientTransportOverHTTP(connector);
      transport.setConnectionPoolFactory(destination -> connectionsForOneRequest(destination));
      return new HttpClient(transport);
    }

    private static ConnectionPool connectionsForOneRequest(Destination destination) {
      int most = destination.getHttpClient().getMaxConnectionsPerDestination();
      DuplexConnectionPool pool = new DuplexConnectionPool(destination, most);
      pool.setMaxUsage(1);
      return pool;
    }

    @Override
    protected void addProxyHeaders(
        Request clientToProxy, org.eclipse.jetty.client.Request proxyToServer) {
      // The store must see the request as it was signed.
    }

    @Override
    protected org.eclipse.jetty.client.Response.CompleteListener newServerToProxyResponseListener(
        Request clientToProxy,
        org.eclipse.jetty.client.Request proxyToServer,
        Response proxyToClient,
        Callback callback) {
      return new ProxyResponseListener(clientToProxy, proxyToServer, proxyToClient, callback) {
        @Override
        public void onHeaders(org.eclipse.jetty.client.Response answer) {
          if (answer.getStatus() == 200) {
            String query = clientToProxy.getHttpURI().getQuery();
            HttpField source = clientToProxy.getHeaders().getField("x-amz-copy-source");
            storedObjects.accepted(
                clientToProxy.getMethod(),
                clientToProxy.getHttpURI().getPath(),
                query == null ? "" : query,
                source != null);
          }
          super.onHeaders(answer);
        }
      };
    }
  }
}

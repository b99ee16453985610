package id.antrean.servers.s3proxy;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.Function;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.gaul.s3proxy.AccessGrant;
import org.gaul.s3proxy.S3Proxy;
import org.gaul.s3proxy.auth.AuthenticationType;
import org.gaul.s3proxy.blobstore.BlobStore;
import org.gaul.s3proxy.nio2blob.TransientNio2BlobStore;

/**
 * Starts S3Proxy, which checks AWS signatures of version 4. Takes {@code host} (the address to
 * listen on), {@code port} (0 for any), {@code accessKey} and {@code secretKey} (which signs for
 * any other name as well: who may what is for others to say) and, to keep objects over restarts,
 * {@code data} (a folder, made if missing). Returns the port and what stops the server. Throws
 * {@link IllegalStateException} when it cannot start.
 */
public final class S3Server
    implements Function<Map<String, Object>, Map.Entry<Integer, AutoCloseable>> {

  /** Held here because the logging system forgets the level of a logger nobody holds. */
  private static final Logger LOG = Logger.getLogger("org.gaul");

  @Override
  public Map.Entry<Integer, AutoCloseable> apply(Map<String, Object> settings) {
    LOG.setLevel(Level.WARNING);
    URI endpoint = URI.create("http://" + settings.get("host") + ":" + settings.get("port"));
    String secret = String.valueOf(settings.get("secretKey"));
    try {
      BlobStore store = store(settings);
      S3Proxy proxy =
          S3Proxy.builder()
              .blobStore(store)
              .endpoint(endpoint)
              .awsAuthentication(
                  AuthenticationType.AWS_V4, String.valueOf(settings.get("accessKey")), secret)
              .ignoreUnknownHeaders(true)
              .build();
      proxy.setBlobStoreLocator((name, bucket, object) -> new AccessGrant(secret, store));
      proxy.start();
      return Map.entry(proxy.getPort(), proxy::stop);
    } catch (Exception e) {
      throw new IllegalStateException("S3Proxy did not start on " + endpoint, e);
    }
  }

  private static BlobStore store(Map<String, Object> settings) throws IOException {
    return settings.get("data") instanceof Path data
        ? new KeptObjects(Files.createDirectories(data))
        : new TransientNio2BlobStore();
  }
}

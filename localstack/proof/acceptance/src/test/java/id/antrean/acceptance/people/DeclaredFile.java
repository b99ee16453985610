package id.antrean.acceptance.people;

import io.restassured.path.json.JsonPath;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** A file that was declared: where its bytes go, straight to the store. */
public record DeclaredFile(String id, URI url, Map<String, String> headers) {
  private static final HttpClient HTTP =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  /** Java's client writes these itself, from the URL and the body. */
  private static final Set<String> WRITTEN_BY_THE_CLIENT = Set.of("content-length", "host");

  public static DeclaredFile from(JsonPath declared) {
    return new DeclaredFile(
        declared.getString("id"),
        URI.create(declared.getString("upload.url")),
        declared.getMap("upload.headers", String.class, String.class));
  }

  /** Uploads these bytes as told; what the store answers. */
  public int upload(byte[] bytes) {
    HttpRequest.Builder request = HttpRequest.newBuilder(url);
    headers.forEach(
        (name, value) -> {
          if (!WRITTEN_BY_THE_CLIENT.contains(name.toLowerCase(Locale.ROOT))) {
            request.header(name, value);
          }
        });
    return send(request.PUT(HttpRequest.BodyPublishers.ofByteArray(bytes)).build());
  }

  /** The same with another value of a signed header. */
  public DeclaredFile withHeader(String name, String value) {
    Map<String, String> other = new HashMap<>(headers);
    other.keySet().removeIf(name::equalsIgnoreCase);
    other.put(name, value);
    return new DeclaredFile(id, url, other);
  }

  public DeclaredFile withoutHeader(String name) {
    Map<String, String> other = new HashMap<>(headers);
    other.keySet().removeIf(name::equalsIgnoreCase);
    return new DeclaredFile(id, url, other);
  }

  /** The same with a piece of the URL replaced. */
  public DeclaredFile withUrl(String piece, String replacement) {
    return new DeclaredFile(
        id, URI.create(url.toString().replaceFirst(piece, replacement)), headers);
  }

  /** The key under which the file lies in the store, as its event names it. */
  public String key() {
    String path = url.getPath();
    return path.substring(path.indexOf("incoming/"));
  }

  static int send(HttpRequest request) {
    try {
      return HTTP.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
    } catch (IOException e) {
      // A store may refuse by closing the connection before it has read the whole body.
      return 0;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    }
  }
}

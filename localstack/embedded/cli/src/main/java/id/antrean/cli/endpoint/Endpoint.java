package id.antrean.cli.endpoint;

import id.antrean.cli.console.CommandFailure;
import java.net.URI;
import java.util.Map;

/** Where the developer's stack is, or shall be. */
public final class Endpoint {
  public static final String DEFAULT_HOST = "127.0.0.1";
  public static final Port DEFAULT_PORT = new Port(8080);

  private Endpoint() {}

  /** The stack's base URL by {@code ANTREAN_HOST} and {@code ANTREAN_PORT}. */
  public static URI url(Map<String, String> environment) {
    return URI.create("http://" + host(environment) + ":" + port(environment).number());
  }

  public static String host(Map<String, String> environment) {
    String host = environment.getOrDefault("ANTREAN_HOST", "").strip();
    return host.isEmpty() ? DEFAULT_HOST : host;
  }

  public static Port port(Map<String, String> environment) {
    String text = environment.getOrDefault("ANTREAN_PORT", "").strip();
    try {
      return text.isEmpty() ? DEFAULT_PORT : Port.parse(text);
    } catch (IllegalArgumentException e) {
      throw new CommandFailure("ANTREAN_PORT: " + e.getMessage());
    }
  }
}

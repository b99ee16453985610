package id.antrean.cli.endpoint;

import id.antrean.cli.CommandFailure;
import java.net.URI;
import java.util.Map;

/** Where the developer's stack is, or shall be. */
public final class Endpoint {
  public static final String DEFAULT_HOST = "127.0.0.1";
  public static final int DEFAULT_PORT = 8080;

  private Endpoint() {}

  /** The stack's base URL by {@code ANTREAN_HOST} and {@code ANTREAN_PORT}. */
  public static URI url(Map<String, String> environment) {
    return URI.create("http://" + host(environment) + ":" + port(environment));
  }

  public static String host(Map<String, String> environment) {
    String host = environment.getOrDefault("ANTREAN_HOST", "").strip();
    return host.isEmpty() ? DEFAULT_HOST : host;
  }

  /** The port; 0 means any that is free. */
  public static int port(Map<String, String> environment) {
    String text = environment.getOrDefault("ANTREAN_PORT", "").strip();
    return text.isEmpty() ? DEFAULT_PORT : port(text);
  }

  private static int port(String text) {
    try {
      int port = Integer.parseInt(text);
      if (port >= 0 && port <= 65535) {
        return port;
      }
    } catch (NumberFormatException e) {
      throw new CommandFailure("ANTREAN_PORT must be a number from 0 to 65535.");
    }
    throw new CommandFailure("ANTREAN_PORT must be a number from 0 to 65535.");
  }
}

package id.antrean.sandbox.guide;

import java.net.URI;

/**
 * A call to try.
 *
 * @param does in a few words
 * @param path with its query
 * @param body JSON, empty for none
 */
record Example(String does, String method, String path, String body) {
  static Example get(String does, String path) {
    return new Example(does, "GET", path, "");
  }

  static Example post(String does, String path, String body) {
    return new Example(does, "POST", path, body);
  }

  /** To paste into a shell. */
  String command(URI base) {
    StringBuilder command = new StringBuilder("curl -s ");
    if (!method.equals("GET")) {
      command.append("-X ").append(method).append(' ');
    }
    command.append('\'').append(base).append(path).append('\'');
    if (!body.isEmpty()) {
      command.append(" -H 'Content-Type: application/json' -d '").append(body).append('\'');
    }
    return command.toString();
  }
}

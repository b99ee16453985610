package id.antrean.stack.events;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a sender hears when the store closes a connection that it had promised to keep. */
class ObjectFrontTest {

  @Test
  void anUploadNeverRidesOnAConnectionThatTheStoreIsAboutToClose() throws Exception {
    try (HastyStore store = new HastyStore();
        ObjectFront front = ObjectFront.start("127.0.0.1", 0, store.uri());
        HttpClient sender = HttpClient.newHttpClient()) {
      List<Integer> answers = new ArrayList<>();
      for (int upload = 0; upload < 3; upload++) {
        HttpRequest put =
            HttpRequest.newBuilder(front.uri().resolve("/bucket/incoming/" + upload))
                .PUT(BodyPublishers.ofString("a paper"))
                .build();
        answers.add(sender.send(put, BodyHandlers.discarding()).statusCode());
      }

      assertThat(answers).containsExactly(200, 200, 200);
    }
  }

  /**
   * Answers the first request of a connection and says nothing of closing it; hangs up on the
   * second once that has been sent. So it looks to a sender whose request crosses the end of an
   * idle connection.
   */
  private static final class HastyStore implements AutoCloseable {
    private final ServerSocket socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());

    HastyStore() throws IOException {
      Thread.ofVirtual().start(this::accept);
    }

    URI uri() {
      return URI.create("http://127.0.0.1:" + socket.getLocalPort());
    }

    private void accept() {
      while (!socket.isClosed()) {
        try {
          Socket connection = socket.accept();
          Thread.ofVirtual().start(() -> serve(connection));
        } catch (IOException closed) {
          return;
        }
      }
    }

    private static void serve(Socket connection) {
      try (connection) {
        InputStream in = new BufferedInputStream(connection.getInputStream());
        request(in);
        connection
            .getOutputStream()
            .write(
                "HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
        request(in);
      } catch (IOException gone) {
        throw new UncheckedIOException(gone);
      }
    }

    /** Reads head and body of a request, or to the end. */
    private static void request(InputStream in) throws IOException {
      ByteArrayOutputStream head = new ByteArrayOutputStream();
      int next = in.read();
      while (next >= 0 && !head.toString(StandardCharsets.US_ASCII).endsWith("\r\n\r\n")) {
        head.write(next);
        if (head.toString(StandardCharsets.US_ASCII).endsWith("\r\n\r\n")) {
          in.readNBytes("a paper".length());
          return;
        }
        next = in.read();
      }
    }

    @Override
    public void close() throws IOException {
      socket.close();
    }
  }
}

package id.antrean.cli.up;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.antrean.cli.console.CommandFailure;
import id.antrean.stack.StackException;
import id.antrean.stack.function.Flavour;
import id.antrean.stack.function.Hosting;
import io.javalin.Javalin;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecondUpTest {
  @TempDir Path folder;

  private void up(int port) throws InterruptedException {
    new RunningSystem(folder, "127.0.0.1", port, Optional.empty(), Flavour.JVM, Hosting.IN_PROCESS)
        .runUntilStopped(new PrintStream(PrintStream.nullOutputStream()));
  }

  @Test
  void whereAntreanRunsAlreadyItSaysSoAndWhatToDo() {
    Javalin first =
        Javalin.create(
                config ->
                    config.routes.get(
                        "/health",
                        context ->
                            context.result("{\"status\":\"UP\",\"system\":\"Antrean Paspor\"}")))
            .start("127.0.0.1", 0);
    try {
      assertThatThrownBy(() -> up(first.port()))
          .isInstanceOf(CommandFailure.class)
          .hasMessageContaining("already runs at http://127.0.0.1:" + first.port())
          .hasMessageContaining("ANTREAN_PORT=");
    } finally {
      first.stop();
    }
  }

  @Test
  void whereSomethingElseListensItSaysThat() {
    Javalin other =
        Javalin.create(
                config ->
                    config.routes.get("/health", context -> context.result("{\"status\":\"UP\"}")))
            .start("127.0.0.1", 0);
    try {
      assertThatThrownBy(() -> up(other.port()))
          .isInstanceOf(StackException.class)
          .hasMessageContaining("cannot be used");
    } finally {
      other.stop();
    }
  }
}

package id.antrean.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jwt.SignedJWT;
import id.antrean.sandbox.identity.IdentityRoutes;
import io.javalin.Javalin;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

class AntreanTest {
  private final StringWriter errors = new StringWriter();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "token",
        "token siti --role",
        "token siti budi",
        "token budi --role officer",
        "demo --unpaid --late",
        "demo --fast",
        "up --port eighty",
        "books --date tomorrow",
        "up --port 65536",
        "down"
      })
  void misuseIsSaidInASentenceAndEndsWithTwo(String line) {
    assertThat(run(line)).isEqualTo(2);
    assertThat(errors.toString()).isNotBlank().doesNotContain("\tat ", "Exception");
  }

  @Test
  void aStackThatDoesNotAnswerIsSaidInASentenceAndEndsWithOne() throws IOException {
    int nobody;
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      nobody = socket.getLocalPort();
    }

    assertThat(run("token siti --url http://127.0.0.1:" + nobody)).isEqualTo(1);
    assertThat(errors.toString()).contains("./antrean up").doesNotContain("Exception");
  }

  @Test
  void tokenPrintsTheTokenAndNothingElse(@TempDir Path folder) throws Exception {
    Javalin issuer =
        Javalin.create(
                config ->
                    new IdentityRoutes(
                            () -> URI.create("http://issuer.example"), "antrean-paspor", folder)
                        .addTo(config.routes))
            .start("127.0.0.1", 0);
    try {
      String url = "http://127.0.0.1:" + issuer.port();
      SignedJWT token =
          SignedJWT.parse(printedBy("token budi --role officer --office CLG --url " + url).strip());

      assertThat(token.getJWTClaimsSet().getSubject()).isEqualTo("budi");
      assertThat(token.getJWTClaimsSet().getStringListClaim("roles")).containsExactly("officer");
      assertThat(token.getJWTClaimsSet().getStringClaim("office")).isEqualTo("CLG");
    } finally {
      issuer.stop();
    }
  }

  @Test
  void helpListsEveryCommand() {
    assertThat(printedBy("help")).contains("up", "token", "demo");
  }

  private int run(String line) {
    CommandLine command = Antrean.commandLine().setErr(new PrintWriter(errors, true));
    return command.execute(line.split(" ", -1));
  }

  private String printedBy(String line) {
    PrintStream usual = System.out;
    ByteArrayOutputStream printed = new ByteArrayOutputStream();
    System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
    try {
      assertThat(run(line)).isZero();
    } finally {
      System.setOut(usual);
    }
    return printed.toString(StandardCharsets.UTF_8);
  }
}

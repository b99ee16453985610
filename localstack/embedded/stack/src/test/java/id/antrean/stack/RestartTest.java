package id.antrean.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.antrean.stack.deploy.AwsClients;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RestartTest {
  @TempDir Path folder;

  @Test
  void whatWasUnderWayGoesOnAfterARestart() {
    TestProject project = TestProject.in(folder.resolve("project"));
    StackSettings settings = project.settings().withData(folder.resolve("data"));
    String secret;
    Instant moved;
    try (Stack stack = Stack.start(settings);
        AwsClients aws = RunningStack.awsOf(stack)) {
      secret = stack.ref("Secret");
      aws.sqs()
          .sendMessage(
              request -> request.queueUrl(stack.ref("LateQueue")).messageBody("kept-message"));
      moved = stack.clock().advance(Duration.ofMinutes(5));
      assertThatThrownBy(() -> Stack.start(settings))
          .isInstanceOf(StackException.class)
          .hasMessageContaining("in use by another running stack");
    }
    try (Stack stack = Stack.start(settings)) {
      assertThat(stack.ref("Secret")).isEqualTo(secret);
      assertThat(stack.clock().now()).isAfter(moved);
      assertThat(project.notes("kept-message")).isEmpty();
      stack.clock().advance(Duration.ofMinutes(6));
      assertThat(project.notes("kept-message")).hasSize(1);
      assertThat(project.notes("{\"daily\":true}")).as("the seed is written once").hasSize(1);
    }
  }

  @Test
  void aBusyPortIsRefusedWithASentence() throws IOException {
    TestProject project = TestProject.in(folder.resolve("project"));
    try (ServerSocket busy = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      StackSettings settings = project.settings().withAddress("127.0.0.1", busy.getLocalPort());
      assertThatThrownBy(() -> Stack.start(settings))
          .isInstanceOf(StackException.class)
          .hasMessageStartingWith("Port " + busy.getLocalPort() + " on 127.0.0.1 cannot be used");
    }
  }

  @Test
  void aResourceTheStackDoesNotRunIsNamed() throws IOException {
    TestProject project = TestProject.in(folder.resolve("project"));
    Path template = project.folder().resolve("template.yaml");
    Files.writeString(
        template,
        Files.readString(template)
            .replace("  DeadQueue:\n", "  Mail:\n    Type: AWS::SES::Template\n  DeadQueue:\n"));
    assertThatThrownBy(() -> Stack.start(project.settings()))
        .hasMessageMatching(
            "template\\.yaml:[0-9]+: Resources\\.Mail\\.Type: AWS::SES::Template is not run by the local stack");
  }

  @Test
  void aFunctionThatDoesNotStartIsReportedWithItsReason() throws IOException {
    TestProject project = TestProject.in(folder.resolve("project"));
    Path template = project.folder().resolve("template.yaml");
    Files.writeString(
        template, Files.readString(template).replace("lambda.Echo\n", "lambda.Missing\n"));
    assertThatThrownBy(() -> Stack.start(project.settings()))
        .hasMessageContaining("FirstFunction did not start")
        .hasMessageContaining("id.antrean.stack.lambda.Missing");
  }
}

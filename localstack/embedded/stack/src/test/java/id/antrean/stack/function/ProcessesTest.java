package id.antrean.stack.function;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import id.antrean.stack.TestProject;
import id.antrean.stack.watch.Metrics;
import id.antrean.stack.watch.Watch;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProcessesTest {
  private static final Watch WATCH = new Watch(new Metrics(), InstantSource.system());

  @TempDir Path folder;

  private FunctionSpec echo() {
    return new FunctionSpec(
        "Echo",
        "echo",
        "arn:aws:lambda:ap-southeast-3:000000000000:function:echo",
        Flavour.JVM,
        "id.antrean.stack.lambda.Echo::handleRequest",
        TestProject.in(folder).folder().resolve("function.zip"),
        Map.of("WHO", "apart"),
        Duration.ofSeconds(20),
        256,
        OptionalInt.empty());
  }

  private Processes processes(Duration idle, FunctionLog log) throws IOException {
    CodePackages packages = new CodePackages(folder.resolve("work"));
    Launch launch = new JavaLaunch(packages, new RuntimeClient(folder.resolve("runtime")));
    return new Processes(echo(), launch, log, idle);
  }

  @Test
  void oneThatNobodyNeedsIsEndedAndStartedAgainOnDemand() throws IOException {
    try (FunctionLog log = new FunctionLog("Echo", folder.resolve("logs"), line -> {}, WATCH);
        Processes processes = processes(Duration.ofMillis(1), log)) {
      assertThat(processes.invoke("{}")).isInstanceOf(Invocation.Answered.class);
      await().atMost(Duration.ofSeconds(20)).until(() -> processes.count() == 0);
      assertThat(processes.invoke("{}")).isInstanceOf(Invocation.Answered.class);
    }
  }

  @Test
  void aCheckoutMayHaveBlanksInItsName() throws IOException {
    folder = Files.createDirectory(folder.resolve("a checkout"));
    try (FunctionLog log = new FunctionLog("Echo", folder.resolve("logs"), line -> {}, WATCH);
        Processes processes = processes(Duration.ofMinutes(1), log)) {
      assertThat(processes.invoke("{\"act\":\"where\"}"))
          .isInstanceOfSatisfying(
              Invocation.Answered.class,
              it -> assertThat(it.payload()).contains("/a checkout/", "Echo.class"));
    }
  }

  @Test
  void itsSupervisorKillsItWhenTheStackIsGone() throws IOException, InterruptedException {
    Process orphan = new ProcessBuilder(Supervision.of(List.of("sleep", "600"))).start();
    assertThat(orphan.isAlive()).isTrue();

    orphan.getOutputStream().close();

    assertThat(orphan.waitFor(20, TimeUnit.SECONDS)).isTrue();
    assertThat(orphan.exitValue()).as("128 + SIGKILL").isEqualTo(137);
  }
}

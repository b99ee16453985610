package id.antrean.stack;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Stacks of one checkout, in one process or in several, write their logs beside each other. */
class LogFolderTest {
  private static final int KEPT = 4;

  @TempDir Path all;
  private final List<Process> processes = new ArrayList<>();

  /** A stack in a process of its own: a byte makes it leave its address, the end of all end. */
  static final class AnotherProcess {

    private AnotherProcess() {}

    public static void main(String[] arguments) throws IOException {
      try (Address address = Address.bind("127.0.0.1", Integer.parseInt(arguments[1]));
          LogFolder logs = LogFolder.of(Path.of(arguments[0]), address)) {
        System.out.println(logs.path());
        while (System.in.read() >= 0) {
          address.close();
          System.out.println("left");
        }
        write(logs.path());
      }
    }
  }

  @AfterEach
  void nothingGoesOn() {
    processes.forEach(process -> process.destroyForcibly().onExit().join());
  }

  /** Answers where its logs are. */
  private Path startsElsewhere(int port) throws IOException {
    processes.add(
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                AnotherProcess.class.getName(),
                all.toString(),
                Integer.toString(port))
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start());
    return Path.of(processes.getLast().inputReader().readLine());
  }

  private void leavesItsAddressElsewhere() throws IOException {
    Process process = processes.getLast();
    process.outputWriter().append('.').flush();
    assertThat(process.inputReader().readLine()).isEqualTo("left");
  }

  private void endsElsewhere() throws Exception {
    Process process = processes.getLast();
    process.outputWriter().close();
    assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
    assertThat(process.exitValue()).isZero();
  }

  /** A port that is free again. */
  private static int port() throws IOException {
    try (Address address = Address.bind("127.0.0.1", 0)) {
      return address.port();
    }
  }

  private static void write(Path folder) throws IOException {
    Files.writeString(folder.resolve("BookingFunction.log"), "{}\n");
  }

  private LogFolder starts(Address address) throws IOException {
    LogFolder logs = LogFolder.of(all, address);
    write(logs.path());
    return logs;
  }

  /** Starts, writes and ends. */
  private Path comesAndGoes() throws IOException {
    try (Address address = Address.bind("127.0.0.1", 0);
        LogFolder logs = starts(address)) {
      return logs.path();
    }
  }

  private List<Path> comeAndGo(int stacks) throws IOException {
    List<Path> folders = new ArrayList<>();
    for (int i = 0; i < stacks; i++) {
      folders.add(comesAndGoes());
    }
    return folders;
  }

  @Test
  void aStacksFolderIsNamedByItsAddress() throws IOException {
    try (Address usual = Address.bind("127.0.0.1", 0);
        Address other = Address.bind("localhost", 0);
        LogFolder ofUsual = LogFolder.of(all, usual);
        LogFolder ofOther = LogFolder.of(all, other)) {
      assertThat(ofUsual.path()).isEqualTo(all.resolve(Integer.toString(usual.port())));
      assertThat(ofOther.path()).isEqualTo(all.resolve("localhost-" + other.port()));
      assertThat(LogFolder.newestFirst(all)).containsExactly(ofOther.path(), ofUsual.path());
    }
  }

  @Test
  void whereNoStackEverStartedThereAreNoFolders() throws IOException {
    assertThat(LogFolder.newestFirst(all.resolve("nothing"))).isEmpty();
  }

  @Test
  void ofStacksThatHaveEndedTheLatestFewAreKept() throws IOException {
    List<Path> ended = comeAndGo(KEPT + 2);

    try (Address address = Address.bind("127.0.0.1", 0);
        LogFolder logs = starts(address)) {
      assertThat(LogFolder.newestFirst(all))
          .hasSize(KEPT + 1)
          .startsWith(logs.path())
          .doesNotContainAnyElementsOf(ended.subList(0, 2));
      assertThat(ended.getFirst()).doesNotExist();
    }
  }

  @Test
  void aStackThatRunsKeepsItsLogsHoweverManyStartAfterIt() throws Exception {
    Path elsewhere = startsElsewhere(port());
    write(elsewhere);

    comeAndGo(KEPT + 2);

    assertThat(LogFolder.logsIn(elsewhere)).hasSize(1);
    endsElsewhere();
    comeAndGo(1);
    assertThat(elsewhere).doesNotExist();
  }

  /** The system forgets the lock of a process that merely looks at the locked file. */
  @Test
  void twoStacksOfOneProcessKeepTheirsFromStacksOfAnother() throws Exception {
    try (Address first = Address.bind("127.0.0.1", 0);
        Address second = Address.bind("127.0.0.1", 0);
        LogFolder ofFirst = starts(first);
        LogFolder ofSecond = starts(second)) {
      for (int i = 0; i < KEPT + 2; i++) {
        startsElsewhere(port());
        endsElsewhere();
      }

      assertThat(LogFolder.logsIn(ofFirst.path())).hasSize(1);
      assertThat(LogFolder.logsIn(ofSecond.path())).hasSize(1);
    }
  }

  @Test
  void aKilledStackLocksNothing() throws Exception {
    int port = port();
    Path folder = startsElsewhere(port);
    write(folder);
    processes.getLast().destroyForcibly().onExit().join();

    try (Address address = Address.bind("127.0.0.1", port);
        LogFolder logs = LogFolder.of(all, address)) {
      assertThat(logs.path()).isEqualTo(folder);
      assertThat(LogFolder.logsIn(folder)).as("the former's logs").isEmpty();
    }
  }

  /** Its address is free a moment before it has written its last. */
  @Test
  void whoeverTakesAnAddressWaitsForTheLastWordsOfItsFormerStack() throws Exception {
    int port = port();
    Path folder = startsElsewhere(port);
    leavesItsAddressElsewhere();
    try (Address same = Address.bind("127.0.0.1", port)) {
      CompletableFuture<LogFolder> waiting =
          CompletableFuture.supplyAsync(() -> folderOf(same), Thread::startVirtualThread);
      endsElsewhere();

      try (LogFolder logs = waiting.get(30, TimeUnit.SECONDS)) {
        assertThat(logs.path()).isEqualTo(folder);
        assertThat(LogFolder.logsIn(folder)).as("the former's last words").isEmpty();
      }
    }
  }

  private LogFolder folderOf(Address address) {
    try {
      return LogFolder.of(all, address);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

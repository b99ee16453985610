package id.antrean.acceptance.stack;

import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The stack under test: the one whose URL is given as {@code ANTREAN_URL} (environment or system
 * property), else one started for this session. Where the API is not beside the sandbox, {@code
 * ANTREAN_API_URL} is its base without the stage.
 */
public final class RunningStack implements AutoCloseable {
  private static final String GIVEN = "ANTREAN_URL";

  private final Api api;
  private final Sandbox sandbox;
  private final Optional<StackProcess> process;

  private RunningStack(URI url, Optional<StackProcess> process) {
    this.api =
        new Api(Optional.ofNullable(System.getenv("ANTREAN_API_URL")).map(URI::create).orElse(url));
    this.sandbox = new Sandbox(url);
    this.process = process;
  }

  public static RunningStack givenOrStarted() {
    return given()
        .map(given -> new RunningStack(URI.create(given), Optional.empty()))
        .orElseGet(
            () -> {
              StackProcess process = StackProcess.start();
              return new RunningStack(process.url(), Optional.of(process));
            });
  }

  /** Whether the session's stack is one started for it, and none that is given. */
  static boolean isStartedHere() {
    return given().isEmpty();
  }

  private static Optional<String> given() {
    return Optional.ofNullable(System.getProperty(GIVEN))
        .or(() -> Optional.ofNullable(System.getenv(GIVEN)));
  }

  /** One of its own that goes on with what is kept in that folder. */
  public static RunningStack keptIn(Path data) {
    StackProcess process = StackProcess.startOn(data);
    return new RunningStack(process.url(), Optional.of(process));
  }

  /** One of its own, of the template in that folder. */
  public static RunningStack of(Path project) {
    StackProcess process = StackProcess.startOf(project);
    return new RunningStack(process.url(), Optional.of(process));
  }

  /** What it has said on its console; only one started here. */
  public String said() {
    return process.orElseThrow().said();
  }

  /** What lies in its tables; only for one started here. */
  public Store store() {
    return new Store(process.orElseThrow().aws());
  }

  /** Kills it as {@code kill -9} does; only one started here. */
  public void kill() {
    process.orElseThrow().kill();
  }

  public Api api() {
    return api;
  }

  public Sandbox sandbox() {
    return sandbox;
  }

  /** Ends the stack if it was started here. */
  @Override
  public void close() {
    process.ifPresent(StackProcess::stop);
  }
}

package id.antrean.cli;

import id.antrean.cli.console.CommandFailure;
import id.antrean.cli.endpoint.StackClient;
import id.antrean.cli.redrive.DeadLetters;
import id.antrean.cli.redrive.DeadLetters.Letter;
import id.antrean.cli.redrive.Queues;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import software.amazon.awssdk.core.exception.SdkException;

/**
 * {@code ./antrean redrive NotificationQueue}: shows what that queue gave up on, asks, and moves so
 * much of it back. Everything that works off a queue here takes a repeat for what it is.
 */
@Command(
    name = "redrive",
    description = "Show a queue's dead letters and, when you say so, move them back to it.")
final class RedriveCommand implements Callable<Integer> {
  private static final int MOST = 500;

  @Mixin final HelpOption help = new HelpOption();
  @Mixin private final StackOption stack = new StackOption();

  @Parameters(paramLabel = "QUEUE", description = "As in template.yaml: NotificationQueue.")
  private String queue = "";

  @Option(
      names = "--most",
      paramLabel = "N",
      defaultValue = "100",
      description = "So many at the most: 1 to 500 (default: 100).")
  private int most;

  @Option(names = "--yes", description = "Move them without being asked.")
  private boolean decided;

  @Option(
      names = "--aws",
      description =
          "Of a stack on AWS, as AWS_PROFILE and AWS_REGION say, not of one that runs here.")
  private boolean aws;

  @Option(
      names = "--stack-name",
      paramLabel = "NAME",
      defaultValue = "antrean-paspor",
      description = "The stack on AWS (default: antrean-paspor).")
  private String stackName = "";

  @Override
  public Integer call() {
    if (most < 1 || most > MOST) {
      throw new CommandFailure("--most is from 1 to " + MOST + ", and not " + most + ".");
    }
    try (Queues queues = queues()) {
      return redrive(queues.deadLettersOf(queue));
    } catch (SdkException e) {
      throw new CommandFailure("The queues did not answer: " + e.getMessage());
    }
  }

  private Queues queues() {
    if (aws) {
      return Queues.ofAws(stackName);
    }
    try (StackClient client = stack.client()) {
      return Queues.of(client);
    }
  }

  private int redrive(DeadLetters dead) {
    List<Letter> letters = dead.take(most);
    if (letters.isEmpty()) {
      System.out.println("Nothing is among the dead letters of " + queue + ".");
      return 0;
    }
    letters.forEach(letter -> System.out.println(letter.summary()));
    if (!decided && !saysYes("Move " + letters.size() + " back to " + queue + "? [y/N] ")) {
      dead.leave(letters);
      System.out.println("Nothing was moved.");
      return 0;
    }
    moveBack(dead, letters);
    System.out.println("Moved " + letters.size() + " back to " + queue + ".");
    return 0;
  }

  /** What could not be moved becomes visible by itself after some minutes. */
  private void moveBack(DeadLetters dead, List<Letter> letters) {
    for (int moved = 0; moved < letters.size(); moved++) {
      try {
        dead.moveBack(letters.get(moved));
      } catch (SdkException e) {
        throw new CommandFailure(
            "%d of %d were moved back to %s, and then: %s"
                .formatted(moved, letters.size(), queue, e.getMessage()));
      }
    }
  }

  /** Somebody who is not there has not said yes. */
  private static boolean saysYes(String question) {
    System.out.print(question);
    System.out.flush();
    String answer = line(System.in).strip().toLowerCase(Locale.ROOT);
    return answer.equals("y") || answer.equals("yes");
  }

  private static String line(InputStream in) {
    StringBuilder line = new StringBuilder();
    try {
      for (int c = in.read(); c >= 0 && c != '\n'; c = in.read()) {
        line.append((char) c);
      }
    } catch (IOException e) {
      return "";
    }
    return line.toString();
  }
}

package id.antrean.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

@Command(name = "up", description = "Start the whole system on this machine.")
final class UpCommand implements Callable<Integer> {
  @Override
  public Integer call() {
    throw new CommandFailure("not yet");
  }
}

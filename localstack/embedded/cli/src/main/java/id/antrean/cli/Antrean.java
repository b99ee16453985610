package id.antrean.cli;

import id.antrean.cli.console.CommandFailure;
import id.antrean.cli.console.Style;
import id.antrean.cli.endpoint.Port;
import java.io.PrintWriter;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.TypeConversionException;

/**
 * The commands that the script {@code antrean} hands to Java. Exit codes: 0, 1 failed, 2 misused.
 */
@Command(
    name = "./antrean",
    description = "Antrean Paspor on your own machine.",
    subcommands = {
      UpCommand.class,
      LogsCommand.class,
      TokenCommand.class,
      BooksCommand.class,
      ReconcileCommand.class,
      RedriveCommand.class,
      AlarmsCommand.class,
      DemoCommand.class,
      NativeCommand.class,
      PackageCommand.class,
      HelpCommand.class
    })
public final class Antrean {
  @Mixin final HelpOption help = new HelpOption();

  static void main(String[] arguments) {
    // Before anything logs: the servers inside log through java.util.logging, at length.
    System.setProperty("java.util.logging.manager", "org.jboss.logmanager.LogManager");
    System.exit(exitCode(commandLine(), arguments));
  }

  /** An Error passes picocli by; without an exit the servers' threads would live on. */
  private static int exitCode(CommandLine commandLine, String[] arguments) {
    try {
      return commandLine.execute(arguments);
    } catch (LinkageError | StackOverflowError | OutOfMemoryError fault) {
      return tell(commandLine.getErr(), sentence(fault), 1);
    }
  }

  /** The command line, with errors told in a sentence. */
  static CommandLine commandLine() {
    return new CommandLine(new Antrean())
        .registerConverter(Port.class, Antrean::port)
        .registerConverter(LocalDate.class, Antrean::day)
        .setExecutionExceptionHandler(
            (fault, command, parsed) -> tell(command.getErr(), sentence(fault), 1))
        .setParameterExceptionHandler((fault, arguments) -> misused(fault));
  }

  private static Port port(String text) {
    try {
      return Port.parse(text);
    } catch (IllegalArgumentException e) {
      throw new TypeConversionException(String.valueOf(e.getMessage()));
    }
  }

  private static LocalDate day(String text) {
    try {
      return LocalDate.parse(text);
    } catch (DateTimeParseException e) {
      throw new TypeConversionException("'" + text + "' is no day; one is 2026-12-07.");
    }
  }

  private static int misused(ParameterException fault) {
    PrintWriter err = fault.getCommandLine().getErr();
    tell(err, String.valueOf(fault.getMessage()), 2);
    err.println("See " + fault.getCommandLine().getCommandSpec().qualifiedName() + " --help.");
    return 2;
  }

  private static int tell(PrintWriter err, String sentence, int exitCode) {
    err.println(Style.RED.of(sentence));
    return exitCode;
  }

  /** A fault that nobody foresaw is named with its causes. */
  private static String sentence(Throwable fault) {
    if (fault instanceof CommandFailure failure) {
      return String.valueOf(failure.getMessage());
    }
    String causes =
        Stream.iterate(fault, Objects::nonNull, Throwable::getCause)
            .map(cause -> Objects.requireNonNullElse(cause.getMessage(), cause.toString()))
            .distinct()
            .collect(Collectors.joining(": "));
    return "That did not work: " + causes;
  }
}

package id.antrean.cli;

import picocli.CommandLine.Option;

/** {@code --help}, of every command. */
final class HelpOption {
  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      description = "Tell about this command.")
  boolean asked;
}

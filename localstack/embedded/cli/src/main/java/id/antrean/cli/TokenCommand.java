package id.antrean.cli;

import id.antrean.cli.endpoint.StackClient;
import id.antrean.cli.endpoint.Tokens;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code ./antrean token siti}: prints an access token and nothing else, ready for a curl. */
@Command(name = "token", description = "Print an access token from the running stack's issuer.")
final class TokenCommand implements Callable<Integer> {
  @Mixin final HelpOption help = new HelpOption();

  @Mixin private final StackOption stack = new StackOption();

  @Spec private @Nullable CommandSpec spec;

  @Parameters(paramLabel = "NAME", description = "Whose token: any name is an account.")
  private String name = "";

  @Option(
      names = "--role",
      paramLabel = "ROLE",
      defaultValue = "applicant",
      description = "applicant (default), officer, supervisor or auditor.")
  private String role = "";

  @Option(
      names = "--office",
      paramLabel = "ID",
      description = "The office of an officer or supervisor, such as CLG.")
  private @Nullable String office;

  @Override
  public Integer call() {
    if (office == null && (role.equals("officer") || role.equals("supervisor"))) {
      throw new ParameterException(
          spec().commandLine(), "The role " + role + " belongs to an office: add --office CLG.");
    }
    try (StackClient client = stack.client()) {
      System.out.println(new Tokens(client).of(name, role, Optional.ofNullable(office)));
    }
    return 0;
  }

  private CommandSpec spec() {
    if (spec == null) {
      throw new IllegalStateException("picocli fills the spec in before it calls");
    }
    return spec;
  }
}

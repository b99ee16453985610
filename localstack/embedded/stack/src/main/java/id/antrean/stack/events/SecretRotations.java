package id.antrean.stack.events;

import id.antrean.emulators.secrets.Rotations;
import id.antrean.stack.function.FunctionHost;
import id.antrean.stack.function.HostedFunction;
import id.antrean.stack.function.Invocation;
import java.util.List;
import java.util.function.Consumer;

/**
 * Secrets are rotated when their time has come. Secrets Manager waits for the function, so that a
 * step that fails is told to nobody but it: no queue hears of it.
 */
public final class SecretRotations {
  private final Rotations rotations;
  private final FunctionHost functions;
  private final Consumer<String> console;

  /** From now on the functions of the stack are those that rotate. */
  public SecretRotations(Rotations rotations, FunctionHost functions, Consumer<String> console) {
    this.rotations = rotations;
    this.functions = functions;
    this.console = console;
    rotations.callBy(this::call);
  }

  /** What came due, each to be run once. */
  List<Runnable> takeDue() {
    return rotations.takeDue().stream()
        .<Runnable>map(secret -> () -> rotations.rotate(secret))
        .toList();
  }

  private boolean call(String functionArn, String event) {
    HostedFunction function =
        functions.all().stream()
            .filter(it -> it.spec().arn().equals(functionArn))
            .findFirst()
            .orElseThrow();
    Invocation invocation = function.invoke(event);
    if (!(invocation instanceof Invocation.Answered) && !invocation.equals(Invocation.stopped())) {
      console.accept(
          "a secret was not rotated: %s failed; its log says why"
              .formatted(function.spec().logicalId()));
    }
    return invocation instanceof Invocation.Answered;
  }
}

package id.antrean.stack.function;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.OptionalInt;

/**
 * A function as the template describes it.
 *
 * @param flavour which kind of package the template's runtime takes
 * @param handler {@code Class::method} or {@code Class}, reading and writing streams; means nothing
 *     to a native one
 * @param code the code package, a zip
 * @param variables its environment, complete
 * @param timeout after which an invocation is answered as failed
 * @param reservedConcurrency how many events it takes at once; more are throttled
 */
public record FunctionSpec(
    String logicalId,
    String name,
    String arn,
    Flavour flavour,
    String handler,
    Path code,
    Map<String, String> variables,
    Duration timeout,
    int memoryMegabytes,
    OptionalInt reservedConcurrency) {

  /** The same with other variables. */
  public FunctionSpec withVariables(Map<String, String> others) {
    return new FunctionSpec(
        logicalId,
        name,
        arn,
        flavour,
        handler,
        code,
        others,
        timeout,
        memoryMegabytes,
        reservedConcurrency);
  }

  /** The same of another package, with the memory that goes with it. */
  public FunctionSpec withPackage(Flavour other, Path its, int megabytes) {
    return new FunctionSpec(
        logicalId,
        name,
        arn,
        other,
        handler,
        its,
        variables,
        timeout,
        megabytes,
        reservedConcurrency);
  }
}

package id.antrean.stack.function;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The context object of one invocation, in the function's own class of that name. */
final class LambdaContext implements InvocationHandler {
  private static final String RUNTIME = "com.amazonaws.services.lambda.runtime.";

  private final FunctionSpec spec;
  private final FunctionLoader loader;
  private final String requestId = UUID.randomUUID().toString();
  private final Instant end;

  private LambdaContext(FunctionSpec spec, FunctionLoader loader) {
    this.spec = spec;
    this.loader = loader;
    this.end = Instant.now().plus(spec.timeout());
  }

  static Object create(FunctionSpec spec, FunctionLoader loader) throws ClassNotFoundException {
    Class<?> type = loader.loadClass(RUNTIME + "Context");
    return Proxy.newProxyInstance(loader, new Class<?>[] {type}, new LambdaContext(spec, loader));
  }

  @Override
  public @Nullable Object invoke(Object proxy, Method method, Object @Nullable [] arguments)
      throws ClassNotFoundException {
    return switch (method.getName()) {
      case "getAwsRequestId" -> requestId;
      case "getLogGroupName" -> "/aws/lambda/" + spec.name();
      case "getLogStreamName" -> spec.logicalId();
      case "getFunctionName" -> spec.name();
      case "getFunctionVersion" -> "$LATEST";
      case "getInvokedFunctionArn" -> spec.arn();
      case "getRemainingTimeInMillis" ->
          (int) Math.max(0, Duration.between(Instant.now(), end).toMillis());
      case "getMemoryLimitInMB" -> spec.memoryMegabytes();
      case "getLogger" -> logger();
      case "toString" -> "Context[" + requestId + "]";
      default -> null;
    };
  }

  private Object logger() throws ClassNotFoundException {
    Class<?> type = loader.loadClass(RUNTIME + "LambdaLogger");
    return Proxy.newProxyInstance(
        loader,
        new Class<?>[] {type},
        (proxy, method, arguments) -> {
          if (method.getName().equals("log") && arguments != null) {
            byte[] text =
                arguments[0] instanceof byte[] bytes
                    ? bytes
                    : (arguments[0] + "\n").getBytes(StandardCharsets.UTF_8);
            loader.log().write(text, 0, text.length);
          }
          return null;
        });
  }
}

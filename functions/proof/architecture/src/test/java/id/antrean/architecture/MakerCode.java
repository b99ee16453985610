package id.antrean.architecture;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.CodeElement;
import java.lang.classfile.MethodModel;
import java.lang.classfile.instruction.ConstantInstruction;
import java.lang.classfile.instruction.InvokeDynamicInstruction;
import java.lang.classfile.instruction.InvokeInstruction;
import java.lang.constant.DirectMethodHandleDesc;
import java.lang.reflect.Method;
import java.util.HashSet;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a maker's code says, with the methods and lambdas of its class that it uses: the variables
 * that it names, and the services whose clients it builds by itself.
 */
final class MakerCode {
  /** In a maker, whatever is written so is a variable's name. */
  private static final Pattern VARIABLE = Pattern.compile("[A-Z0-9]+(?:_[A-Z0-9]+)+");

  private static final Pattern SERVICE =
      Pattern.compile("software[./]amazon[./]awssdk[./]services[./]([a-z0-9]+)\\b.*");

  private final ClassModel owner;
  private final Set<String> read = new HashSet<>();
  private final Set<String> variables = new TreeSet<>();
  private final Set<String> services = new TreeSet<>();

  private MakerCode(Class<?> owner) {
    try (InputStream in =
        Objects.requireNonNull(owner.getResourceAsStream(owner.getSimpleName() + ".class"))) {
      this.owner = ClassFile.of().parse(in.readAllBytes());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static MakerCode of(Method maker) {
    MakerCode code = new MakerCode(maker.getDeclaringClass());
    code.read(maker.getName());
    return code;
  }

  /** The service that an SDK's package or class is for. */
  static Optional<String> serviceOf(String name) {
    Matcher service = SERVICE.matcher(name);
    return service.matches() ? Optional.of(service.group(1)) : Optional.empty();
  }

  Set<String> variables() {
    return variables;
  }

  Set<String> services() {
    return services;
  }

  private void read(String method) {
    if (read.add(method)) {
      owner.methods().stream()
          .filter(it -> it.methodName().equalsString(method))
          .map(MethodModel::code)
          .flatMap(Optional::stream)
          .forEach(code -> code.forEach(this::read));
    }
  }

  private void read(CodeElement element) {
    switch (element) {
      case ConstantInstruction constant when constant.constantValue() instanceof String text -> {
        if (VARIABLE.matcher(text).matches()) {
          variables.add(text);
        }
      }
      case InvokeInstruction call ->
          called(call.owner().asInternalName(), call.name().stringValue());
      case InvokeDynamicInstruction lambda ->
          lambda.bootstrapArgs().stream()
              .filter(DirectMethodHandleDesc.class::isInstance)
              .map(DirectMethodHandleDesc.class::cast)
              .forEach(
                  handle ->
                      called(internalName(handle.owner().descriptorString()), handle.methodName()));
      default -> {
        // Says nothing of either.
      }
    }
  }

  private void called(String type, String method) {
    if (type.equals(owner.thisClass().asInternalName())) {
      read(method);
    }
    serviceOf(type).ifPresent(services::add);
  }

  private static String internalName(String descriptor) {
    return descriptor.substring(1, descriptor.length() - 1);
  }
}

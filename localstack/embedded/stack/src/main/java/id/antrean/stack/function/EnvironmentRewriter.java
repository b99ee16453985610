package id.antrean.stack.function;

import java.lang.classfile.Attributes;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.ClassTransform;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.CodeElement;
import java.lang.classfile.CodeModel;
import java.lang.classfile.CodeTransform;
import java.lang.classfile.constantpool.MethodRefEntry;
import java.lang.classfile.instruction.InvokeDynamicInstruction;
import java.lang.classfile.instruction.InvokeInstruction;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDesc;
import java.lang.constant.DirectMethodHandleDesc;
import java.lang.constant.DynamicCallSiteDesc;
import java.lang.constant.MethodHandleDesc;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.stream.StreamSupport;

/**
 * Sends a class's uses of {@code System.getenv}, calls and method references alike, to {@link
 * FunctionVariables}, so that functions in one JVM have environments of their own.
 */
final class EnvironmentRewriter {
  private static final String GETENV = "getenv";
  private static final ClassDesc SYSTEM = ClassDesc.of(System.class.getName());
  private static final ClassDesc VARIABLES = ClassDesc.of(FunctionVariables.class.getName());

  /** Computing frames anew would need every class that a method names: those it has are kept. */
  private static final ClassFile FORM = ClassFile.of(ClassFile.StackMapsOption.DROP_STACK_MAPS);

  private static final ClassTransform REDIRECT =
      ClassTransform.transformingMethods(
          (method, part) -> {
            if (part instanceof CodeModel code) {
              method.transformCode(code, redirected(code));
            } else {
              method.with(part);
            }
          });

  private EnvironmentRewriter() {}

  /** The class with its environment redirected, empty if it never asks for one. */
  static Optional<byte[]> rewrite(byte[] classFile) {
    // Of thousands of classes few do: what is quickly seen not to is not parsed.
    if (!new String(classFile, StandardCharsets.ISO_8859_1).contains(GETENV)) {
      return Optional.empty();
    }
    ClassModel model = FORM.parse(classFile);
    return asksForIt(model) ? Optional.of(FORM.transformClass(model, REDIRECT)) : Optional.empty();
  }

  private static boolean asksForIt(ClassModel model) {
    return StreamSupport.stream(model.constantPool().spliterator(), false)
        .anyMatch(
            constant ->
                constant instanceof MethodRefEntry method
                    && method.name().equalsString(GETENV)
                    && method.owner().asSymbol().equals(SYSTEM));
  }

  private static CodeTransform redirected(CodeModel code) {
    CodeTransform calls = EnvironmentRewriter::redirect;
    return calls.andThen(
        CodeTransform.endHandler(
            builder -> code.findAttribute(Attributes.stackMapTable()).ifPresent(builder::with)));
  }

  private static void redirect(CodeBuilder code, CodeElement element) {
    switch (element) {
      case InvokeInstruction call
          when call.name().equalsString(GETENV) && call.owner().asSymbol().equals(SYSTEM) ->
          code.invokestatic(VARIABLES, GETENV, call.typeSymbol());
      case InvokeDynamicInstruction call ->
          code.invokedynamic(
              DynamicCallSiteDesc.of(
                  call.bootstrapMethod(),
                  call.name().stringValue(),
                  call.typeSymbol(),
                  call.bootstrapArgs().stream()
                      .map(EnvironmentRewriter::redirected)
                      .toArray(ConstantDesc[]::new)));
      default -> code.with(element);
    }
  }

  private static ConstantDesc redirected(ConstantDesc argument) {
    return argument instanceof DirectMethodHandleDesc method
            && method.methodName().equals(GETENV)
            && method.owner().equals(SYSTEM)
        ? MethodHandleDesc.ofMethod(method.kind(), VARIABLES, GETENV, method.invocationType())
        : argument;
  }
}

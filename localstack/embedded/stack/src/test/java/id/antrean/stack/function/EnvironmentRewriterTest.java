package id.antrean.stack.function;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

class EnvironmentRewriterTest {
  private static final Map<String, String> OWN = Map.of("WHO", "siti", "WHERE", "cilegon");

  /** Asks in each of the ways that there are, with branches that the verifier looks at. */
  public static final class Asking implements UnaryOperator<String> {
    @Override
    public String apply(String way) {
      UnaryOperator<String> reference = System::getenv;
      StringBuilder answer = new StringBuilder();
      for (int i = 0; i < 2; i++) {
        Object found = way.equals("call") ? System.getenv("WHO") : Optional.empty();
        answer.append(i == 1 && way.equals("reference") ? reference.apply("WHERE") : found);
      }
      return way.equals("all") ? String.valueOf(System.getenv().size()) : answer.toString();
    }
  }

  /** Has the word, and asks for nothing. */
  static final class Mentioning {
    String word() {
      return "getenv";
    }
  }

  @Test
  void everyWayOfAskingIsAnsweredWithTheFunctionsOwnVariables() throws Exception {
    UnaryOperator<String> asking = loaded(EnvironmentRewriter.rewrite(classFile(Asking.class)));

    assertThat(asking.apply("call")).isEqualTo("sitisiti");
    assertThat(asking.apply("reference")).isEqualTo("Optional.emptycilegon");
    assertThat(asking.apply("all")).isEqualTo(String.valueOf(OWN.size()));
  }

  @Test
  void aClassThatAsksForNothingStaysAsItIs() throws IOException {
    assertThat(EnvironmentRewriter.rewrite(classFile(Mentioning.class))).isEmpty();
    assertThat(EnvironmentRewriter.rewrite(classFile(String.class))).isEmpty();
  }

  private static byte[] classFile(Class<?> type) throws IOException {
    String name = type.getName().replace('.', '/') + ".class";
    try (InputStream in = Objects.requireNonNull(ClassLoader.getSystemResourceAsStream(name))) {
      return in.readAllBytes();
    }
  }

  /** From a loader whose classes are verified, with a {@link FunctionVariables} of its own. */
  @SuppressWarnings("unchecked")
  private static UnaryOperator<String> loaded(Optional<byte[]> rewritten) throws Exception {
    byte[] asking = rewritten.orElseThrow();
    byte[] variables = classFile(FunctionVariables.class);
    ClassLoader loader =
        new ClassLoader(ClassLoader.getPlatformClassLoader()) {
          @Override
          protected Class<?> findClass(String name) {
            byte[] bytes = name.equals(Asking.class.getName()) ? asking : variables;
            return defineClass(name, bytes, 0, bytes.length);
          }
        };
    loader
        .loadClass(FunctionVariables.class.getName())
        .getMethod("set", Map.class)
        .invoke(null, OWN);
    return (UnaryOperator<String>)
        loader.loadClass(Asking.class.getName()).getDeclaredConstructor().newInstance();
  }
}

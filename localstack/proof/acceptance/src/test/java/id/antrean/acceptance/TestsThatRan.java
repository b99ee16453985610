package id.antrean.acceptance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Which of the classes of tests on the session's stack have been begun. */
final class TestsThatRan {
  private static final String COMPILED = "Test.class";

  private final Set<String> begun = ConcurrentHashMap.newKeySet();

  void begins(Class<?> test) {
    begun.add(test.getSimpleName());
  }

  /** Those that have not been. */
  Set<String> left() {
    try (Stream<Path> files = Files.list(folder())) {
      return files
          .map(file -> String.valueOf(file.getFileName()))
          .filter(file -> file.endsWith(COMPILED))
          .map(file -> file.substring(0, file.length() - ".class".length()))
          .filter(TestsThatRan::isOnAStack)
          .filter(test -> !begun.contains(test))
          .collect(Collectors.toSet());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static boolean isOnAStack(String test) {
    try {
      return Class.forName(TestsThatRan.class.getPackageName() + "." + test)
          .isAnnotationPresent(OnAStack.class);
    } catch (ClassNotFoundException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Path folder() {
    try {
      Path classes =
          Path.of(TestsThatRan.class.getProtectionDomain().getCodeSource().getLocation().toURI());
      return classes.resolve(TestsThatRan.class.getPackageName().replace('.', '/'));
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }
}

package id.antrean.architecture;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Where everything is. */
final class House {
  static final Path ROOT = root();

  /** The modules that are deployed, as the template names them. */
  static final List<String> FUNCTIONS =
      new Template()
          .functions().values().stream().map(Template.Function::module).distinct().toList();

  /** The product's own classes, as they are deployed; read once, which takes a while. */
  static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("id.antrean");

  private House() {}

  /** The classes of which a module's native functions are told by name: by it, or for all. */
  static Set<Class<?>> registeredFor(String module) {
    return CLASSES.stream()
        .filter(it -> it.isAnnotatedWith(RegisterForReflection.class))
        .filter(it -> List.of(module, "composition", "senders").contains(moduleOf(it)))
        .flatMap(it -> Stream.of(it.reflect().getAnnotation(RegisterForReflection.class).targets()))
        .collect(Collectors.toSet());
  }

  /** The module of a class of the product. */
  static String moduleOf(JavaClass type) {
    return type.getPackageName().replaceFirst("^id\\.antrean\\.([a-z]+).*$", "$1");
  }

  static Section template() {
    return Section.read(ROOT.resolve("template.yaml"));
  }

  static Section contract() {
    return Section.read(ROOT.resolve("infra/openapi.yaml"));
  }

  static String templateText() {
    return text(Path.of("template.yaml"));
  }

  /** All of a module's sources in one text. */
  static String sources(String module) {
    try (Stream<Path> files = Files.walk(ROOT.resolve("functions/" + module + "/src/main/java"))) {
      return String.join(
          "\n", files.filter(file -> file.toString().endsWith(".java")).map(House::text).toList());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A file's text, by its path from the root. */
  static String text(Path file) {
    try {
      return Files.readString(ROOT.resolve(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The folder with the template, from wherever the tests are started. */
  private static Path root() {
    Path folder = Path.of("").toAbsolutePath();
    while (!Files.exists(folder.resolve("template.yaml"))) {
      Path parent = folder.getParent();
      if (parent == null) {
        throw new IllegalStateException("template.yaml is nowhere above the tests");
      }
      folder = parent;
    }
    return folder;
  }
}

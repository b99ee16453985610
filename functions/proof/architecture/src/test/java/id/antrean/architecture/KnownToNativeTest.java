package id.antrean.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.TreeNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import io.quarkus.funqy.Funq;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.lang.invoke.MethodHandles;
import java.lang.reflect.AccessibleObject;
import java.lang.reflect.Proxy;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.ResourceBundle;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A native function has only what was found when it was built: no class by its name, no file that
 * nobody declared, no language but those it was told. On the JVM all of it would work, so that it
 * is held here. Records that are answered are {@link ViewsTest}'s.
 */
class KnownToNativeTest {
  private static final Path SHARED_SETTINGS =
      Path.of("functions/shared/aws/src/main/resources/META-INF/microprofile-config.properties");

  /** Quarkus registers what comes from here. */
  private static final String EVENTS_OF_AWS = "com.amazonaws.services.lambda.runtime.events";

  static Stream<Path> resources() throws IOException {
    try (Stream<Path> all = Files.walk(House.ROOT.resolve("functions"))) {
      return all.filter(Files::isRegularFile).map(House.ROOT::relativize).toList().stream()
          .filter(file -> file.toString().contains("/src/main/resources/"))
          .map(file -> Path.of(file.toString().replaceFirst("^.*/src/main/resources/", "")))
          .filter(file -> file.getNameCount() > 1 && !file.startsWith("META-INF"));
    }
  }

  static Stream<JavaMethod> entries() {
    return House.CLASSES.stream()
        .flatMap(it -> it.getMethods().stream())
        .filter(method -> method.isAnnotatedWith(Funq.class));
  }

  @ParameterizedTest
  @MethodSource("resources")
  void everyFileIsInTheImage(Path resource) {
    assertThat(settings(SHARED_SETTINGS, "quarkus.native.resources.includes"))
        .anyMatch(
            glob -> FileSystems.getDefault().getPathMatcher("glob:" + glob).matches(resource));
  }

  /** Whoever reads one by a name that is put together sees to it that the name is declared. */
  @Test
  void filesAreReadInThesePlacesAlone() {
    assertThat(callers(it -> isOf(it, Class.class, ClassLoader.class) && asksForAFile(it)))
        .containsExactlyInAnyOrder(
            "id.antrean.domain.EffectiveDated",
            "id.antrean.domain.applicant.Regions",
            "id.antrean.gateway.Messages");
  }

  private static boolean asksForAFile(JavaAccess<?> call) {
    return call.getName().startsWith("getResource") || call.getName().startsWith("resources");
  }

  @Test
  void nothingIsFoundByItsName() {
    assertThat(
            callers(
                it ->
                    (isOf(it, Class.class) && findsMembers(it.getName()))
                        || (isOf(it, ClassLoader.class) && it.getName().equals("loadClass"))
                        || isOf(
                            it,
                            AccessibleObject.class,
                            MethodHandles.Lookup.class,
                            Proxy.class,
                            ResourceBundle.class,
                            ServiceLoader.class)))
        .as("a native image knows what its code names, and nothing else")
        .isEmpty();
  }

  private static boolean findsMembers(String method) {
    return method.equals("forName")
        || method.equals("newInstance")
        || method.matches("get(Declared)?(Method|Field|Constructor|RecordComponent)s?");
  }

  /** What is read is asked for field by field. */
  @Test
  void jsonIsBoundToClassesWhereAnswersAreWrittenAlone() {
    assertThat(
            callers(
                it ->
                    isOf(it, ObjectMapper.class, ObjectReader.class, ObjectWriter.class)
                        && it.getName()
                            .matches(
                                "readValues?|readerFor.*|convertValue|updateValue|treeToValue"
                                    + "|valueToTree|writeValue.*|writerFor.*")
                        && !isOfATree(it)))
        .containsExactly("id.antrean.gateway.Answer");
  }

  private static boolean isOfATree(JavaAccess<?> call) {
    return call instanceof JavaMethodCall method
        && method.getTarget().getRawParameterTypes().stream()
            .allMatch(type -> type.isAssignableTo(TreeNode.class));
  }

  @ParameterizedTest
  @MethodSource("entries")
  void whatIsHandedToAFunctionCanBeRead(JavaMethod entry) {
    Set<Class<?>> registered = House.registeredFor(House.moduleOf(entry.getOwner()));
    Stream.concat(entry.getRawParameterTypes().stream(), Stream.of(entry.getRawReturnType()))
        .filter(type -> !type.getName().equals("void"))
        .filter(type -> !type.getPackageName().startsWith(EVENTS_OF_AWS))
        .filter(type -> !registered.contains(type.reflect()))
        .forEach(type -> assertThat(indexedBy(entry.getOwner())).contains(House.moduleOf(type)));
  }

  /** The modules in which Quarkus looks for what crosses JSON, for that entry. */
  private static Set<String> indexedBy(JavaClass owner) {
    String module = House.moduleOf(owner);
    Properties settings =
        properties(Path.of("functions", module, "src/main/resources/application.properties"));
    return Stream.concat(
            Stream.of(module),
            settings.stringPropertyNames().stream()
                .filter(name -> name.matches("quarkus\\.index-dependency\\..*\\.artifact-id"))
                .map(settings::getProperty))
        .collect(Collectors.toSet());
  }

  @Test
  void theLanguagesOfAnswersAreThoseOfTheImage() throws IOException {
    assertThat(settings(SHARED_SETTINGS, "quarkus.locales"))
        .containsExactlyInAnyOrderElementsOf(
            resources()
                .map(file -> file.getFileName().toString())
                .filter(file -> file.startsWith("messages_"))
                .map(file -> file.replaceFirst("messages_(.*)\\.properties", "$1"))
                .toList());
    assertThat(callers(it -> isOf(it, Locale.class) && it.getName().matches("of|forLanguageTag")))
        .containsExactly("id.antrean.gateway.Language");
    noClasses()
        .should()
        .accessFieldWhere(
            described(
                "names a locale", it -> isOf(it, Locale.class) && !it.getName().equals("ROOT")))
        .check(House.CLASSES);
  }

  private static Set<String> callers(Predicate<JavaAccess<?>> wanted) {
    return House.CLASSES.stream()
        .flatMap(it -> it.getAccessesFromSelf().stream())
        .filter(wanted)
        .map(access -> access.getOriginOwner().getName())
        .collect(Collectors.toSet());
  }

  private static boolean isOf(JavaAccess<?> access, Class<?>... owners) {
    return Stream.of(owners).anyMatch(owner -> access.getTargetOwner().isAssignableTo(owner));
  }

  private static DescribedPredicate<JavaAccess<?>> described(
      String what, Predicate<JavaAccess<?>> wanted) {
    return DescribedPredicate.describe(what, wanted);
  }

  private static List<String> settings(Path file, String name) {
    return List.of(properties(file).getProperty(name, "").split(",", -1));
  }

  private static Properties properties(Path file) {
    Properties properties = new Properties();
    try {
      properties.load(new StringReader(House.text(file)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return properties;
  }
}

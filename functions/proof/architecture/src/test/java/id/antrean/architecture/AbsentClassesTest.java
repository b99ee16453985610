package id.antrean.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.FieldModel;
import java.lang.classfile.constantpool.ClassEntry;
import java.lang.classfile.constantpool.MemberRefEntry;
import java.lang.classfile.constantpool.MethodTypeEntry;
import java.lang.classfile.constantpool.PoolEntry;
import java.lang.constant.ClassDesc;
import java.lang.constant.MethodTypeDesc;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/**
 * Classes of a function's package that refer to classes which are in none of its libraries, as
 * {@code jdeps --missing-deps} finds them. A native build fails where one of them can be reached,
 * and only there; which are known to be out of reach, and why, stands in {@code
 * absent-classes.csv}.
 */
class AbsentClassesTest {
  static final List<String> FUNCTIONS = House.FUNCTIONS;

  private static final ClassLoader JDK =
      Objects.requireNonNull(ClassLoader.getPlatformClassLoader());
  private static final Map<String, Boolean> IN_THE_JDK = new ConcurrentHashMap<>();

  /** Libraries are in most of the packages. */
  private static final Map<ByteBuffer, Map<String, Set<String>>> READ = new ConcurrentHashMap<>();

  /**
   * A line of the list.
   *
   * @param absent how the names of the absent classes begin
   * @param referring how the names of those begin that refer to them
   */
  private record Known(String absent, String referring, String why) {

    boolean covers(String one, String from) {
      return one.startsWith(absent) && from.startsWith(referring);
    }
  }

  private record Reference(String absent, String from) {}

  @ParameterizedTest
  @FieldSource("FUNCTIONS")
  void whatAFunctionRefersToIsThereOrKnownToBeOutOfReach(String function) {
    List<Known> known = known();
    Map<String, Set<String>> unknown = new TreeMap<>();
    absent(function)
        .filter(it -> known.stream().noneMatch(one -> one.covers(it.absent(), it.from())))
        .forEach(it -> unknown.computeIfAbsent(it.absent(), _ -> new TreeSet<>()).add(it.from()));
    assertThat(unknown).isEmpty();
  }

  @Test
  void nothingIsListedThatNobodyRefersTo() {
    List<Reference> all = FUNCTIONS.stream().flatMap(AbsentClassesTest::absent).distinct().toList();
    assertThat(known())
        .allSatisfy(
            one -> {
              assertThat(one.why()).isNotBlank();
              assertThat(all).anyMatch(it -> one.covers(it.absent(), it.from()));
            });
  }

  /** What a substitution deletes is found by its name, and would be missed where it is renamed. */
  @Test
  void whatIsLeftOutOfUploadsIsInItsPackage() {
    JavaClass substitution = House.CLASSES.get("id.antrean.uploads.WithoutParallelTransfers");
    String target =
        substitution.getAnnotations().stream()
            .filter(it -> it.getRawType().getSimpleName().equals("TargetClass"))
            .map(it -> String.valueOf(it.get("className").orElseThrow()))
            .findFirst()
            .orElseThrow();

    assertThat(classes("uploads")).containsKey(target.replace('.', '/'));
  }

  private static List<Known> known() {
    return House.text(
            Path.of("functions/proof/architecture/src/test/resources/id/antrean/architecture")
                .resolve("absent-classes.csv"))
        .lines()
        .filter(line -> !line.isBlank() && !line.startsWith("#"))
        .map(line -> line.split(",", 3))
        .map(cells -> new Known(cells[0].strip(), cells[1].strip(), cells[2].strip()))
        .toList();
  }

  private static Stream<Reference> absent(String function) {
    Map<String, Set<String>> classes = classes(function);
    return classes.entrySet().stream()
        .flatMap(
            one ->
                one.getValue().stream()
                    .filter(name -> !classes.containsKey(name) && !isInTheJdk(name))
                    .map(name -> new Reference(dotted(name), dotted(one.getKey()))));
  }

  private static String dotted(String name) {
    return name.replace('/', '.');
  }

  private static boolean isInTheJdk(String name) {
    return IN_THE_JDK.computeIfAbsent(name, it -> JDK.getResource(it + ".class") != null);
  }

  /** The classes of a package, and what each refers to. */
  private static Map<String, Set<String>> classes(String function) {
    Path file = House.ROOT.resolve("functions/" + function + "/target/jvm/function.zip");
    assertThat(file).as("built by ./antrean build").exists();
    Map<String, Set<String>> classes = new HashMap<>();
    try (ZipInputStream in = new ZipInputStream(Files.newInputStream(file))) {
      for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
        byte[] bytes = in.readAllBytes();
        if (entry.getName().endsWith(".jar")) {
          classes.putAll(READ.computeIfAbsent(ByteBuffer.wrap(bytes), _ -> classesOf(bytes)));
        } else {
          add(entry.getName(), bytes, classes);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return classes;
  }

  private static Map<String, Set<String>> classesOf(byte[] jar) {
    Map<String, Set<String>> classes = new HashMap<>();
    try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(jar))) {
      for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
        add(entry.getName(), in.readAllBytes(), classes);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return classes;
  }

  private static void add(String name, byte[] bytes, Map<String, Set<String>> classes) {
    if (name.endsWith(".class") && !name.startsWith("META-INF/") && !name.endsWith("-info.class")) {
      ClassModel model = ClassFile.of().parse(bytes);
      classes.put(model.thisClass().asInternalName(), referredTo(model));
    }
  }

  /** Named as a class, or in the type of a member that is used or declared. */
  private static Set<String> referredTo(ClassModel model) {
    Stream<ClassDesc> used =
        StreamSupport.stream(model.constantPool().spliterator(), false)
            .flatMap(AbsentClassesTest::types);
    Stream<ClassDesc> fields = model.fields().stream().map(FieldModel::fieldTypeSymbol);
    Stream<ClassDesc> methods =
        model.methods().stream().flatMap(method -> types(method.methodTypeSymbol()));
    return Stream.of(used, fields, methods)
        .flatMap(types -> types)
        .map(AbsentClassesTest::element)
        .filter(type -> !type.isPrimitive())
        .map(type -> type.descriptorString().substring(1, type.descriptorString().length() - 1))
        .collect(Collectors.toSet());
  }

  private static Stream<ClassDesc> types(PoolEntry entry) {
    return switch (entry) {
      case ClassEntry type -> Stream.of(type.asSymbol());
      case MethodTypeEntry method -> types(method.asSymbol());
      case MemberRefEntry member when member.type().charAt(0) == '(' ->
          types(MethodTypeDesc.ofDescriptor(member.type().stringValue()));
      case MemberRefEntry member -> Stream.of(ClassDesc.ofDescriptor(member.type().stringValue()));
      default -> Stream.empty();
    };
  }

  private static Stream<ClassDesc> types(MethodTypeDesc method) {
    return Stream.concat(Stream.of(method.returnType()), method.parameterList().stream());
  }

  private static ClassDesc element(ClassDesc type) {
    ClassDesc element = type;
    while (element.isArray()) {
      element = Objects.requireNonNull(element.componentType());
    }
    return element;
  }
}

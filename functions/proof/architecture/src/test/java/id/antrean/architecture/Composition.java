package id.antrean.architecture;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaConstructorCall;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import io.quarkus.arc.All;
import io.quarkus.arc.DefaultBean;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.inject.Typed;
import jakarta.inject.Singleton;
import java.lang.reflect.Executable;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.lang.reflect.ParameterizedType;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * What a function is made of: the makers of what its entry asks for, of what these ask for, and so
 * on. A maker is a method of its own {@code Wiring}s or of those that all functions share, or the
 * constructor of a use case of its own. As Quarkus finds them, but without building the function.
 */
final class Composition {
  static final String SHARED = "id.antrean.composition";

  /** Made for those functions that ask for them. */
  static final String SENDERS = "senders";

  private final List<Executable> makers;
  private final Set<Executable> used = new LinkedHashSet<>();
  private final Set<String> clients = new TreeSet<>();
  private final Set<Class<?>> listed = new LinkedHashSet<>();
  private final String module;

  private Composition(String module) {
    this.module = module;
    makers =
        Stream.of(makersIn(module), makersIn(SENDERS), useCasesIn(module), shared())
            .<Executable>flatMap(it -> it)
            .toList();
    entry(module).forEach(this::asksFor);
  }

  static Composition of(String module) {
    return new Composition(module);
  }

  /** Whatever the functions share. */
  static Stream<Method> shared() {
    return House.CLASSES.stream()
        .filter(it -> it.getPackageName().equals(SHARED))
        .flatMap(Composition::makers);
  }

  private static Stream<Method> makersIn(String module) {
    return in(module)
        .filter(it -> it.getSimpleName().equals("Wiring"))
        .flatMap(Composition::makers);
  }

  private static Stream<Executable> useCasesIn(String module) {
    return in(module)
        .map(JavaClass::reflect)
        .filter(it -> it.isAnnotationPresent(Singleton.class))
        .filter(it -> !it.isAnnotationPresent(Startup.class))
        .flatMap(it -> Stream.of(it.getDeclaredConstructors()));
  }

  private static Stream<Method> makers(JavaClass wiring) {
    return Stream.of(wiring.reflect().getDeclaredMethods())
        .filter(method -> method.isAnnotationPresent(Singleton.class));
  }

  private static Stream<JavaClass> in(String module) {
    return House.CLASSES.stream()
        .filter(it -> (it.getPackageName() + ".").startsWith("id.antrean." + module + "."));
  }

  private static Stream<Parameter> entry(String module) {
    return in(module)
        .map(JavaClass::reflect)
        .filter(it -> it.isAnnotationPresent(Startup.class))
        .flatMap(it -> Stream.of(it.getDeclaredConstructors()))
        .flatMap(it -> Stream.of(it.getParameters()));
  }

  private void asksFor(Parameter asked) {
    if (asked.isAnnotationPresent(All.class)) {
      ParameterizedType list = (ParameterizedType) asked.getParameterizedType();
      Class<?> type = (Class<?>) list.getActualTypeArguments()[0];
      listed.add(type);
      makersOf(type).forEach(this::use);
    } else if (MakerCode.serviceOf(asked.getType().getPackageName()).isPresent()) {
      clients.add(MakerCode.serviceOf(asked.getType().getPackageName()).orElseThrow());
    } else {
      use(makerOf(asked));
    }
  }

  private void use(Executable maker) {
    if (used.add(maker)) {
      code(maker).map(MakerCode::services).ifPresent(clients::addAll);
      Stream.of(maker.getParameters()).forEach(this::asksFor);
    }
  }

  /** A use case names no variable and builds no client: another rule sees to that. */
  private static Optional<MakerCode> code(Executable maker) {
    return maker instanceof Method method ? Optional.of(MakerCode.of(method)) : Optional.empty();
  }

  private Executable makerOf(Parameter asked) {
    List<Executable> found = makersOf(asked.getType()).toList();
    List<Executable> own =
        found.stream().filter(it -> !it.isAnnotationPresent(DefaultBean.class)).toList();
    List<Executable> chosen = own.isEmpty() ? found : own;
    if (chosen.size() != 1) {
      throw new AssertionError(asked + " is made by " + chosen);
    }
    return chosen.getFirst();
  }

  private Stream<Executable> makersOf(Class<?> type) {
    return makers.stream()
        .filter(
            maker -> {
              Typed typed = maker.getAnnotation(Typed.class);
              return typed == null
                  ? type.isAssignableFrom(made(maker))
                  : List.of(typed.value()).contains(type);
            });
  }

  private static Class<?> made(Executable maker) {
    return maker instanceof Method method ? method.getReturnType() : maker.getDeclaringClass();
  }

  Set<Executable> makers() {
    return used;
  }

  /** Of its own, those that nobody asks for. */
  Stream<Executable> unused() {
    return makers.stream()
        .filter(it -> !it.getDeclaringClass().getPackageName().equals(SHARED))
        .filter(it -> !it.getDeclaringClass().getPackageName().startsWith("id.antrean." + SENDERS))
        .filter(it -> !used.contains(it));
  }

  /** Of its own, classes of what is asked for as a list that nobody makes one of. */
  Stream<JavaClass> unmade() {
    return Stream.concat(in(module), in(SENDERS))
        .filter(it -> !it.getModifiers().contains(JavaModifier.ABSTRACT))
        .filter(it -> listed.stream().anyMatch(it::isAssignableTo))
        .filter(it -> !isMade(it));
  }

  private boolean isMade(JavaClass it) {
    return Stream.of(it.reflect().getDeclaredConstructors()).anyMatch(used::contains)
        || it.getConstructorCallsToSelf().stream()
            .map(JavaConstructorCall::getOrigin)
            .filter(JavaMethod.class::isInstance)
            .anyMatch(origin -> used.contains(origin.reflect()));
  }

  /** The variables that are read to make it. */
  Set<String> variables() {
    Set<String> names = new TreeSet<>();
    used.forEach(maker -> code(maker).map(MakerCode::variables).ifPresent(names::addAll));
    return names;
  }

  /** The services that it carries a client of, as the SDK's packages are named. */
  Set<String> clients() {
    return clients;
  }
}

package id.antrean.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.domain.JavaPackage;
import id.antrean.domain.application.Application;
import id.antrean.domain.application.Change;
import id.antrean.domain.application.Timeline;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.InstantSource;
import java.time.temporal.Temporal;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

/** What everybody who writes here keeps to. */
class HouseRulesTest {
  private static final JavaClasses CLASSES = House.CLASSES;
  private static final Pattern A_TEST =
      Pattern.compile("^  @(Test|ParameterizedTest)\\b", Pattern.MULTILINE);
  private static final Path TESTS_OF_RULES =
      House.ROOT.resolve("functions/domain/src/test/java/id/antrean/domain/policy");

  @Test
  void theEventLogIsTheOnlyLog() {
    noClasses()
        .that()
        .resideOutsideOfPackage(Composition.SHARED)
        .should()
        .accessField(System.class, "out")
        .orShould()
        .accessField(System.class, "err")
        .orShould()
        .dependOnClassesThat()
        .resideInAnyPackage("java.util.logging..", "org.jboss.logging..", "org.slf4j..")
        .because(
            "it has no place for personal data, and any other log has; the composition gives it a"
                + " stream")
        .check(CLASSES);
  }

  @Test
  void onlyRetrySleeps() {
    noClasses()
        .that()
        .doNotHaveFullyQualifiedName("id.antrean.aws.Retry")
        .should()
        .callMethodWhere(callTo("sleep", Thread.class))
        .because(
            "waiting is what queues and timers are for; jitter between tries is one class's job")
        .check(CLASSES);
  }

  @Test
  void timeComesFromTheTimeSource() {
    noClasses()
        .that()
        .doNotHaveFullyQualifiedName("id.antrean.aws.TimeSource")
        .and()
        .doNotHaveFullyQualifiedName("id.antrean.aws.TimeSource$MovedClock")
        .should()
        .callMethodWhere(asksTheSystemsClock())
        .because(
            "a deadline that reads another clock cannot be tested by moving time. Tokens stay on"
                + " real time, inside their library; AWS signatures inside the SDK")
        .check(CLASSES);
  }

  @Test
  void nothingIsDecidedByTheTimeline() {
    noClasses()
        .that()
        .doNotBelongToAnyOf(Timeline.class, Application.class, Change.class)
        .and()
        .resideOutsideOfPackage("id.antrean.aws.applications")
        .and()
        .doNotHaveFullyQualifiedName("id.antrean.registration.TimelinePage")
        .should()
        .dependOnClassesThat()
        .belongToAnyOf(Timeline.class)
        .because(
            "only what writes it, keeps it or shows it has a use for it: most of it does not stand"
                + " on the application, and what is told may change. BookingHistory has what rules"
                + " ask of the past")
        .check(CLASSES);
  }

  @Test
  void classesAreNamedByWhatTheyDo() {
    noClasses()
        .should()
        .haveNameMatching(".*(Util|Utils|Utility|Helper|Manager)(\\$.*)?")
        .because("a class without a job of its own collects everybody's")
        .check(CLASSES);
  }

  @Test
  void everyPackageIsNullMarked() {
    assertThat(CLASSES.stream().map(JavaClass::getPackage).distinct())
        .allMatch(
            (JavaPackage it) -> it.isAnnotatedWith(NullMarked.class),
            "is checked for nulls by NullAway only if it is @NullMarked");
  }

  @Test
  void everyRuleHasATestOfItsName() {
    assertThat(CLASSES.stream().filter(HouseRulesTest::isRule).map(JavaClass::getSimpleName))
        .contains("SeatPolicy", "CancelUntilPaid", "WhatIsOwed")
        .allMatch(HouseRulesTest::isTested, "is specified by a test in " + TESTS_OF_RULES);
  }

  private static boolean isTested(String rule) {
    Path test = TESTS_OF_RULES.resolve(rule + "Test.java");
    return Files.exists(test) && A_TEST.matcher(House.text(test)).find();
  }

  /** Decides something: has code of its own, beyond what a record has to carry what is asked. */
  private static boolean isRule(JavaClass it) {
    return it.getPackageName().equals("id.antrean.domain.policy")
        && it.isTopLevelClass()
        && it.getMethods().stream()
            .anyMatch(
                method ->
                    !method.getModifiers().contains(JavaModifier.ABSTRACT)
                        && !(it.isRecord() && isMadeByTheCompiler(it, method)));
  }

  private static boolean isMadeByTheCompiler(JavaClass owner, JavaMethod method) {
    return owner.tryGetField(method.getName()).isPresent()
        || List.of("equals", "hashCode", "toString").contains(method.getName());
  }

  private static DescribedPredicate<JavaAccess<?>> callTo(String method, Class<?> owner) {
    return DescribedPredicate.describe(
        owner.getSimpleName() + "." + method,
        access -> access.getTarget().getName().equals(method) && isOf(access.getTarget(), owner));
  }

  private static boolean isOf(AccessTarget target, Class<?> owner) {
    return target.getOwner().isAssignableTo(owner);
  }

  /** {@code now()} without a clock, {@code Clock.system…}, {@code System.currentTimeMillis}. */
  private static DescribedPredicate<JavaAccess<?>> asksTheSystemsClock() {
    return DescribedPredicate.describe(
        "asks the system's clock",
        access -> {
          AccessTarget target = access.getTarget();
          boolean now =
              target.getName().equals("now")
                  && isOf(target, Temporal.class)
                  && target instanceof AccessTarget.MethodCallTarget method
                  && method.getRawParameterTypes().stream()
                      .noneMatch(type -> type.isEquivalentTo(Clock.class));
          boolean clock =
              target.getName().startsWith("system") && isOf(target, InstantSource.class);
          boolean tick = target.getName().startsWith("tick") && isOf(target, Clock.class);
          boolean millis =
              target.getName().equals("currentTimeMillis") && isOf(target, System.class);
          return !agesWhatIsKept(access) && (now || clock || tick || millis);
        });
  }

  /** How long a secret is kept in memory counts real time, whatever the business's clock says. */
  private static boolean agesWhatIsKept(JavaAccess<?> access) {
    JavaClass origin = access.getOriginOwner();
    return (origin.getSimpleName().equals("Wiring")
            || origin.getPackageName().equals(Composition.SHARED))
        && access.getTarget().getOwner().isEquivalentTo(InstantSource.class);
  }
}

package id.antrean.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.type;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import jakarta.inject.Singleton;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** Dependencies point inward. */
class DependenciesTest {
  private static final JavaClasses CLASSES = House.CLASSES;
  static final List<String> FUNCTIONS = House.FUNCTIONS;

  private static String[] functionsExcept(String one) {
    return FUNCTIONS.stream()
        .filter(function -> !function.equals(one))
        .map(function -> "id.antrean." + function + "..")
        .toArray(String[]::new);
  }

  @Test
  void theDomainKnowsNoFramework() {
    classes()
        .that()
        .resideInAPackage("id.antrean.domain..")
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage("id.antrean.domain..", "java..", "org.jspecify.annotations")
        .because(
            "a rule is read, tested and simulated without any service, and outlives all of them")
        .check(CLASSES);
  }

  @Test
  void noTwoPackagesKnowEachOther() {
    slices()
        .matching("id.antrean.(**)")
        .should()
        .beFreeOfCycles()
        .because("what can be read alone can be changed alone")
        .check(CLASSES);
  }

  @Test
  void dossierAndBookingDoNotKnowEachOther() {
    noClasses()
        .that()
        .resideInAPackage("id.antrean.domain.dossier..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("id.antrean.domain.booking..", "id.antrean.domain.payment..")
        .because("papers say nothing of seats and money")
        .check(CLASSES);
    noClasses()
        .that()
        .resideInAnyPackage("id.antrean.domain.booking..", "id.antrean.domain.settlement..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "id.antrean.domain.dossier..",
            "id.antrean.domain.document..",
            "id.antrean.domain.applicant..")
        .because("a booking is told whether the papers are complete, and nothing else of them")
        .check(CLASSES);
  }

  @Test
  void whatTheWholeDomainSharesKnowsNoRoom() {
    classes()
        .that()
        .resideInAPackage("id.antrean.domain")
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage("id.antrean.domain", "java..", "org.jspecify.annotations")
        .because("it is below all of them")
        .check(CLASSES);
  }

  @Test
  void adaptersKnowTheDomainOnly() {
    noClasses()
        .that()
        .resideInAPackage("id.antrean.aws..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "id.antrean.gateway..", "id.antrean.composition..", "io.quarkus..", "jakarta..")
        .orShould()
        .dependOnClassesThat()
        .resideInAnyPackage(functionsExcept("none"))
        .because("an adapter speaks AWS for whoever asks, and is tried without any function")
        .check(CLASSES);
  }

  @Test
  void theGatewayKnowsTheDomainOnly() {
    noClasses()
        .that()
        .resideInAPackage("id.antrean.gateway..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "id.antrean.aws..",
            "id.antrean.composition..",
            "software.amazon.awssdk..",
            "io.quarkus..",
            "jakarta..")
        .orShould()
        .dependOnClassesThat()
        .resideInAnyPackage(functionsExcept("none"))
        .because("an answer is made of what the domain says, whatever keeps it")
        .check(CLASSES);
  }

  @Test
  void whatFunctionsShareKnowsNoFunction() {
    noClasses()
        .that()
        .resideInAnyPackage("id.antrean.composition..", "id.antrean.senders..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(functionsExcept("none"))
        .because("another function is made of it without a change to it")
        .check(CLASSES);
  }

  @Test
  void noSenderKnowsAnother() {
    slices()
        .matching("id.antrean.senders.(*)..")
        .should()
        .notDependOnEachOther()
        .because("adding or leaving one out touches no other")
        .check(CLASSES);
  }

  @ParameterizedTest
  @FieldSource("FUNCTIONS")
  void noFunctionKnowsAnother(String function) {
    noClasses()
        .that()
        .resideInAPackage("id.antrean." + function + "..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(functionsExcept(function))
        .because("each is deployed alone; what two of them need belongs to the domain")
        .check(CLASSES);
  }

  @Test
  void onlyWiringAndEntriesKnowTheContainer() {
    noClasses()
        .that()
        .haveSimpleNameNotEndingWith("Function")
        .and()
        .doNotHaveSimpleName("Wiring")
        .and()
        .resideOutsideOfPackage(Composition.SHARED)
        .should()
        .dependOnClassesThat(
            resideInAnyPackage("jakarta..", "io.quarkus..").and(not(type(Singleton.class))))
        .because("a use case says that there is one of it, and is made with new by a test")
        .check(CLASSES);
  }

  @Test
  void onlyWiringAndAdaptersKnowTheClientsOfAws() {
    noClasses()
        .that()
        .doNotHaveSimpleName("Wiring")
        .and()
        .resideOutsideOfPackages("id.antrean.aws..", Composition.SHARED)
        .should()
        .dependOnClassesThat()
        .resideInAPackage("software.amazon.awssdk..")
        .because(
            "a use case speaks to ports, and is tried without any service; what calls a function"
                + " is Lambda's, com.amazonaws")
        .check(CLASSES);
  }

  @Test
  void onlyWiringReadsVariables() {
    noClasses()
        .that()
        .doNotHaveSimpleName("Wiring")
        .and()
        .resideOutsideOfPackages("id.antrean.aws", Composition.SHARED)
        .should()
        .dependOnClassesThat()
        .haveFullyQualifiedName("id.antrean.aws.Environment")
        .because("what a function is deployed with is seen in one place and in template.yaml")
        .check(CLASSES);
  }
}

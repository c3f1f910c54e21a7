package io.eventwright.runtime;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "io.eventwright.runtime", importOptions = DoNotIncludeTests.class)
class RuntimeArchitectureTest {

  @ArchTest
  static final ArchRule packagesAreAcyclic =
      slices().matching("io.eventwright.(**)").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule noDatabind =
      noClasses()
          .should()
          .dependOnClassesThat()
          .resideInAPackage("com.fasterxml.jackson.databind..");

  @ArchTest
  static final ArchRule noReflection =
      noClasses()
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("java.lang.reflect..", "java.lang.invoke..", "java.beans..")
          .because("functions start quickest, and under every tool, without it");

  /** Row 43: what has its seed in memory is the same in every copy of a snapshot. */
  @ArchTest
  static final ArchRule noRandomnessThatASnapshotCopies =
      noClasses()
          .should()
          .dependOnClassesThat()
          .haveFullyQualifiedName("java.util.Random")
          .orShould()
          .dependOnClassesThat()
          .haveFullyQualifiedName("java.util.concurrent.ThreadLocalRandom")
          .orShould()
          .dependOnClassesThat()
          .haveFullyQualifiedName("java.util.SplittableRandom")
          .orShould()
          .callMethod(Math.class, "random");

  @ArchTest
  static final ArchRule clientsAreOpenedInOnePlace =
      noClasses()
          .that()
          .doNotHaveFullyQualifiedName(Clients.class.getName())
          .and()
          .haveNameNotMatching(".*\\.Clients\\$.*")
          .and()
          .doNotHaveFullyQualifiedName(SignedPost.class.getName())
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "software.amazon.awssdk.http..",
              "software.amazon.awssdk.auth..",
              "software.amazon.awssdk.regions..");

  @ArchTest
  static final ArchRule onlyOurFewLibraries =
      noClasses()
          .should()
          .dependOnClassesThat()
          .resideOutsideOfPackages(
              "io.eventwright.runtime..",
              "java..",
              "javax.crypto..",
              "com.fasterxml.jackson.core..",
              "com.amazonaws.services.lambda.runtime..",
              "software.amazon.awssdk..",
              "org.jspecify.annotations..",
              "com.google.re2j..",
              "io.opentelemetry..");

  /** A system that is not traced loads nothing of it. */
  @ArchTest
  static final ArchRule spansAreMadeInOnePackage =
      noClasses()
          .that()
          .resideOutsideOfPackage("io.eventwright.runtime.trace..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("io.opentelemetry..")
          .allowEmptyShould(false);
}

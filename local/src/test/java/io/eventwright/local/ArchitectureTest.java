package io.eventwright.local;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** Who may know whom. */
@AnalyzeClasses(
    packages = "io.eventwright.local",
    importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

  @ArchTest
  static final ArchRule PACKAGES_ARE_ACYCLIC =
      slices().matching("io.eventwright.local.(**)").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule THE_EXTENSION_KNOWS_ONLY_JUNIT_AND_THE_JDK =
      classes()
          .that()
          .resideInAPackage("io.eventwright.local.junit")
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage(
              "io.eventwright.local.junit", "java..", "org.junit..", "org.jspecify..")
          .because("it lives on the user's class path, where nothing of the cloud is");

  @ArchTest
  static final ArchRule ONE_PACKAGE_KNOWS_ELASTICMQ =
      noClasses()
          .that()
          .resideOutsideOfPackage("io.eventwright.local.engine")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("org.elasticmq..", "scala..");

  @ArchTest
  static final ArchRule ONE_PACKAGE_READS_YAML =
      noClasses()
          .that()
          .resideOutsideOfPackage("io.eventwright.local.template")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("org.snakeyaml..");

  @ArchTest
  static final ArchRule WHAT_RUNS_ELSEWHERE_KNOWS_ONLY_THE_JDK =
      classes()
          .that()
          .haveSimpleName("Guarded")
          .or()
          .haveSimpleName("LoopbackDynamoDb")
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage("java..")
          .because("it runs on the class paths of engines and functions");
}

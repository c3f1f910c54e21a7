package io.eventwright.generator;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The rules of docs/architecture.md for the packages of the plugin. */
class ArchitectureTest {

  private static final String BASE = "io.eventwright.generator";
  private static JavaClasses classes;

  @BeforeAll
  static void readClasses() {
    classes =
        new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages(BASE);
  }

  @Test
  void packagesHaveNoCircles() {
    slices().matching(BASE + ".(**)").should().beFreeOfCycles().check(classes);
  }

  @Test
  void onlyMojoKnowsMaven() {
    noClasses()
        .that()
        .resideOutsideOfPackage(BASE + ".mojo..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("org.apache.maven..")
        .check(classes);
  }

  @Test
  void onlyRenderKnowsVelocity() {
    noClasses()
        .that()
        .resideOutsideOfPackage(BASE + ".render..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("org.apache.velocity..")
        .check(classes);
  }

  @Test
  void onlyLoadParses() {
    // Render only lays out again what templates have made.
    noClasses()
        .that()
        .resideOutsideOfPackages(BASE + ".load..", BASE + ".render..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("org.snakeyaml..")
        .orShould()
        .dependOnClassesThat()
        .haveFullyQualifiedName("com.fasterxml.jackson.core.JsonParser")
        .check(classes);
  }

  /** A path is a value, and may be asked what it is; what reads and writes is in two packages. */
  @Test
  void onlyLoadAndWriteTouchFiles() {
    Set<String> questions = Set.of("exists", "notExists", "isDirectory", "isRegularFile");
    Set<String> streams =
        Set.of(
            "java.io.FileInputStream",
            "java.io.FileOutputStream",
            "java.io.FileReader",
            "java.io.FileWriter",
            "java.io.RandomAccessFile",
            "java.nio.channels.FileChannel");
    ArchRule rule =
        ForbiddenCalls.noCalls(
            "read or write files",
            call ->
                call.getTargetOwner().getName().equals("java.nio.file.Files")
                        && !questions.contains(call.getName())
                    || streams.contains(call.getTargetOwner().getName()));
    rule.check(classesOutside(".load", ".write"));
    // The rule sees what it is about.
    assertThrows(AssertionError.class, () -> rule.check(classesIn(".write")));
  }

  @Test
  void theModelKnowsNeitherJavaGenerationNorAws() {
    noClasses()
        .that()
        .resideInAPackage(BASE + ".model..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "com.palantir..",
            "software.amazon..",
            "com.amazonaws..",
            BASE + ".load..",
            BASE + ".emit..")
        .check(classes);
  }

  @Test
  void stagesDoNotLookBack() {
    noClasses()
        .that()
        .resideInAnyPackage(BASE + ".diagnostic..", BASE + ".model..", BASE + ".load..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            BASE + ".check..",
            BASE + ".emit..",
            BASE + ".write..",
            BASE + ".pipeline..",
            BASE + ".mojo..")
        .check(classes);
    noClasses()
        .that()
        .resideInAPackage(BASE + ".emit..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            BASE + ".load..", BASE + ".write..", BASE + ".pipeline..", BASE + ".mojo..")
        .check(classes);
  }

  /** What is wrong with a system does not depend on what is made of it. */
  @Test
  void checksKnowOnlyTheModel() {
    noClasses()
        .that()
        .resideInAPackage(BASE + ".check..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            BASE + ".load..",
            BASE + ".emit..",
            BASE + ".render..",
            BASE + ".write..",
            BASE + ".sample..",
            BASE + ".infer..",
            BASE + ".validate..",
            BASE + ".pipeline..",
            BASE + ".mojo..",
            "software.amazon..")
        .check(classes);
  }

  /** A finished template is judged by what it says, not by how it came to be. */
  @Test
  void verificationKnowsOnlyTheTemplate() {
    noClasses()
        .that()
        .resideInAPackage(BASE + ".verify..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            BASE + ".check..",
            BASE + ".emit..",
            BASE + ".render..",
            BASE + ".write..",
            BASE + ".load.system..",
            BASE + ".load.schema..",
            BASE + ".pipeline..",
            BASE + ".mojo..")
        .check(classes);
  }

  @Test
  void emittersUseNoClockNoChanceAndNoHashOrder() {
    SameBytesRule.RULE.check(classesIn(".emit", ".render", ".verify"));
  }

  private static JavaClasses classesIn(String... packages) {
    return classes.that(
        DescribedPredicate.describe(
            "are in " + List.of(packages),
            type -> Arrays.stream(packages).anyMatch(each -> isIn(type, each))));
  }

  private static JavaClasses classesOutside(String... packages) {
    return classes.that(
        DescribedPredicate.describe(
            "are outside of " + List.of(packages),
            type -> Arrays.stream(packages).noneMatch(each -> isIn(type, each))));
  }

  private static boolean isIn(JavaClass type, String name) {
    return (type.getPackageName() + ".").startsWith(BASE + name + ".");
  }
}

package io.eventwright.generator.check;

import io.eventwright.generator.diagnostic.Diagnostics;
import io.eventwright.generator.model.source.EntitySource;
import io.eventwright.generator.model.source.Located;
import io.eventwright.generator.model.source.ProjectionSource;
import io.eventwright.generator.model.source.SagaSource;
import io.eventwright.generator.model.source.SystemSource;
import io.eventwright.generator.model.source.SystemUnderCheck;
import io.eventwright.generator.model.source.WorkerSource;
import java.util.Set;
import java.util.stream.Stream;
import javax.lang.model.SourceVersion;

/** A name that Java keeps for itself. Error: what is generated would not compile. */
final class ReservedName implements Rule {

  /** Types of java.lang that generated and hand-written code names without an import. */
  private static final Set<String> JAVA_LANG =
      Set.of(
          "AssertionError",
          "Boolean",
          "Byte",
          "Character",
          "Class",
          "Comparable",
          "Deprecated",
          "Double",
          "Enum",
          "Error",
          "Exception",
          "Float",
          "FunctionalInterface",
          "Integer",
          "Iterable",
          "Long",
          "Math",
          "Number",
          "Object",
          "Override",
          "Package",
          "Process",
          "Record",
          "Runnable",
          "Runtime",
          "RuntimeException",
          "SafeVarargs",
          "Short",
          "String",
          "StringBuilder",
          "SuppressWarnings",
          "System",
          "Thread",
          "Throwable",
          "Void");

  @Override
  public String id() {
    return "reserved-name";
  }

  @Override
  public void check(SystemUnderCheck system, Diagnostics found) {
    SystemSource source = system.source();
    for (String part : source.basePackage().value().split("\\.")) {
      if (SourceVersion.isKeyword(part, SourceVersion.RELEASE_17)) {
        found.error(
            source.basePackage().location(),
            id(),
            "The package "
                + source.basePackage().value()
                + " has the part "
                + part
                + ", which is a word of the Java language. Rename it.");
      }
    }
    Stream.of(
            source.workers().stream().map(WorkerSource::className),
            source.sagas().stream().map(SagaSource::className),
            source.projections().stream().map(ProjectionSource::className),
            source.entities().stream().map(EntitySource::idType))
        .flatMap(names -> names)
        .filter(name -> JAVA_LANG.contains(simple(name)))
        .forEach(
            name ->
                found.error(
                    name.location(),
                    id(),
                    "The class "
                        + simple(name)
                        + " would hide java.lang."
                        + simple(name)
                        + " in everything around it. Rename it, or name a worker's, saga's or"
                        + " projection's class with class:."));
  }

  private static String simple(Located<String> className) {
    return className.value().substring(className.value().lastIndexOf('.') + 1);
  }
}

package io.eventwright.generator.check;

import io.eventwright.generator.diagnostic.Diagnostics;
import io.eventwright.generator.diagnostic.Suggestion;
import io.eventwright.generator.model.source.Located;
import io.eventwright.generator.model.source.SystemUnderCheck;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * An entity's state or a projection's row names a schema file that is not there, or that lies
 * outside of the folder {@code schemas}. Error.
 */
final class UnknownSchemaFile implements Rule {

  @Override
  public String id() {
    return "unknown-schema-file";
  }

  @Override
  public void check(SystemUnderCheck system, Diagnostics found) {
    List<String> known =
        system.schemas().roots().keySet().stream()
            .map(file -> file.substring(system.named("").length()))
            .toList();
    Stream.concat(
            system.source().entities().stream().map(each -> each.state()),
            system.source().projections().stream().map(each -> each.row()))
        .filter(file -> system.schemas().root(system.named(file.value())).isEmpty())
        .forEach(file -> report(file, known, found));
  }

  private void report(Located<String> file, List<String> known, Diagnostics found) {
    boolean leaves =
        file.value().startsWith("/") || Arrays.asList(file.value().split("[/\\\\]")).contains("..");
    found.error(
        file.location(),
        id(),
        leaves
            ? "A schema file is named relative to the folder of system.yaml and lies in its folder"
                + " schemas; this path leads elsewhere. Move the schema there."
            : "There is no readable schema file of that name in the folder schemas."
                + Suggestion.didYouMean(file.value(), known));
  }
}

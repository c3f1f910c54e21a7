package io.eventwright.generator.check;

import io.eventwright.generator.diagnostic.Diagnostics;
import io.eventwright.generator.model.schema.JsonType;
import io.eventwright.generator.model.schema.Keyword;
import io.eventwright.generator.model.schema.SchemaPaths;
import io.eventwright.generator.model.source.SystemUnderCheck;
import java.util.List;

/**
 * An {@code x-subject} that does not name a required text which anybody may read. Error: without it
 * nobody knows whose key a document is sealed with.
 */
final class SubjectNotText implements Rule {

  @Override
  public String id() {
    return "subject-not-text";
  }

  @Override
  public void check(SystemUnderCheck system, Diagnostics found) {
    SchemaPaths schemas = new SchemaPaths(system.schemas());
    for (Forgetful forgetful : Forgetful.of(system)) {
      Keyword.Subject subject = forgetful.subject();
      PathLookup lookup = PathLookup.of(schemas, forgetful.root(), subject.path());
      if (!(lookup instanceof PathLookup.Found there
          && there.required()
          && isText(there)
          && !SensitiveFields.isSensitive(there.facets()))) {
        found.error(
            subject.site().location(),
            id(),
            "x-subject names "
                + String.join(".", subject.path())
                + ", which is no required text that is not sensitive. Name the field that says"
                + " whose this is: every document must have it, and it stays readable.");
      }
    }
  }

  private static boolean isText(PathLookup.Found there) {
    return there.facets().stream()
        .flatMap(facet -> facet.find(Keyword.Type.class).stream())
        .anyMatch(type -> List.copyOf(type.types()).equals(List.of(JsonType.STRING)));
  }
}

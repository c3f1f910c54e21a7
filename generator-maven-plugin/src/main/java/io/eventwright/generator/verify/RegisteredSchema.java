package io.eventwright.generator.verify;

import io.eventwright.generator.diagnostic.Checked;
import io.eventwright.generator.load.document.Documents;
import io.eventwright.generator.load.document.Node;
import io.eventwright.generator.load.document.ObjectNode;
import io.eventwright.generator.verify.template.Resource;
import io.eventwright.generator.verify.template.SamTemplate;
import io.eventwright.generator.verify.template.Types;
import io.eventwright.generator.verify.template.Values;
import java.nio.charset.StandardCharsets;
import java.util.Set;

/**
 * A schema in the registry that the service refuses: of another type, too large, or no JSON. Error.
 */
final class RegisteredSchema implements TemplateRule {

  @Override
  public String id() {
    return "registered-schema";
  }

  private static final Set<String> TYPES = Set.of("OpenApi3", "JSONSchemaDraft4");

  @Override
  public void check(SamTemplate template, Findings found) {
    for (Resource schema : template.ofType(Types.SCHEMA)) {
      String type = String.valueOf(Values.text(schema.at("Type")));
      String content = Values.text(schema.at("Content"));
      if (!TYPES.contains(type)) {
        found.error(
            schema,
            schema.locationOf("Type"),
            "is of type "
                + type
                + ", and the registry takes OpenApi3 and JSONSchemaDraft4. Convert it.");
      }
      if (content == null || content.isBlank()) {
        found.error(
            schema, schema.locationOf("Content"), "has no content. Write the schema as a text.");
        continue;
      }
      if (content.length() > found.quota("schemas.content-characters")) {
        found.error(
            schema,
            schema.locationOf("Content"),
            "has "
                + content.length()
                + " characters, and the registry takes "
                + found.quota("schemas.content-characters")
                + ". Split it.");
      }
      Checked<Node> document =
          Documents.read(schema.id() + ".json", content.getBytes(StandardCharsets.UTF_8));
      if (!(document.valueOrNull() instanceof ObjectNode object) || document.hasErrors()) {
        found.error(schema, schema.locationOf("Content"), "holds no JSON object. Mend it.");
      } else if (!says(object, type)) {
        found.error(
            schema,
            schema.locationOf("Content"),
            "is not what its type says. Begin it with openapi: 3.0.0, or $schema of draft 4.");
      }
    }
  }

  private static boolean says(ObjectNode content, String type) {
    return type.equals("OpenApi3")
        ? String.valueOf(content.text("openapi")).startsWith("3.")
        : String.valueOf(content.text("$schema"))
            .matches("https?://json-schema.org/draft-04/schema#?");
  }
}

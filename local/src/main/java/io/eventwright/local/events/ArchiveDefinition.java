package io.eventwright.local.events;

import com.fasterxml.jackson.databind.JsonNode;
import io.eventwright.local.json.Json;
import io.eventwright.local.template.Properties;
import io.eventwright.local.template.Resource;
import org.jspecify.annotations.Nullable;
import software.amazon.event.ruler.RuleCompiler;

/**
 * An archive as its template declares it.
 *
 * @param name what it is called
 * @param arn its ARN
 * @param sourceArn the bus whose events it keeps
 * @param pattern which of them; null for all
 * @param retentionDays for how long; 0 for good
 */
public record ArchiveDefinition(
    String name, String arn, String sourceArn, @Nullable String pattern, int retentionDays) {

  /** Reads an archive's properties. */
  public static ArchiveDefinition of(Resource resource) {
    Properties properties = resource.properties();
    properties.without("ArchiveName", "Description", "KmsKeyIdentifier");
    JsonNode given = properties.tree("EventPattern");
    String pattern = given == null ? null : given.isTextual() ? given.asText() : Json.write(given);
    String fault = pattern == null ? null : RuleCompiler.check(pattern);
    if (fault != null) {
      properties.problem("EventPattern", "invalid-pattern", fault);
    }
    return new ArchiveDefinition(
        resource.name(),
        resource.arn(),
        properties.requiredText("SourceArn"),
        pattern,
        properties.number("RetentionDays", 0));
  }
}

package io.eventwright.local.dynamodb;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.eventwright.local.json.Json;
import io.eventwright.local.template.Properties;
import io.eventwright.local.template.Resource;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A table as its template declares it.
 *
 * @param name its physical name
 * @param arn its ARN
 * @param create the engine's {@code CreateTable} request
 * @param keys names of the key attributes
 * @param view the stream's view type; null for no stream
 */
public record TableDefinition(
    String name, String arn, ObjectNode create, List<String> keys, @Nullable String view) {

  private static final List<String> OF_AN_INDEX =
      List.of("IndexName", "KeySchema", "Projection", "ProvisionedThroughput");

  /** Copies the keys. */
  public TableDefinition {
    keys = List.copyOf(keys);
  }

  /** Reads a table's properties. */
  public static TableDefinition of(Resource resource) {
    Properties properties = resource.properties();
    // Items may live beyond their time on AWS too; backups and encryption change nothing here.
    properties.without(
        "TableName",
        "TimeToLiveSpecification",
        "PointInTimeRecoverySpecification",
        "SSESpecification",
        "Tags",
        "DeletionProtectionEnabled",
        "TableClass",
        "ContributorInsightsSpecification",
        "WarmThroughput",
        "OnDemandThroughput",
        "ResourcePolicy");
    ObjectNode create = Json.object().put("TableName", resource.name());
    List<String> keys = new ArrayList<>();
    copy(properties, create, "AttributeDefinitions");
    copy(properties, create, "KeySchema");
    create.path("KeySchema").forEach(key -> keys.add(key.path("AttributeName").asText()));
    if (keys.isEmpty()) {
      properties.problem("KeySchema", "missing-property", "is required");
    }
    indexes(properties, create, "GlobalSecondaryIndexes");
    indexes(properties, create, "LocalSecondaryIndexes");
    create.put("BillingMode", properties.text("BillingMode", "PROVISIONED"));
    copy(properties, create, "ProvisionedThroughput");
    JsonNode stream = properties.tree("StreamSpecification");
    String view = stream == null ? null : stream.path("StreamViewType").asText();
    return new TableDefinition(resource.name(), resource.arn(), create, keys, view);
  }

  private static void copy(Properties properties, ObjectNode create, String name) {
    JsonNode value = properties.tree(name);
    if (value != null) {
      create.set(name, value);
    }
  }

  private static void indexes(Properties properties, ObjectNode create, String name) {
    JsonNode given = properties.tree(name);
    if (given == null) {
      return;
    }
    ArrayNode indexes = create.putArray(name);
    for (JsonNode index : given) {
      indexes.add(((ObjectNode) index.deepCopy()).retain(OF_AN_INDEX));
    }
  }
}

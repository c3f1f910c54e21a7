package io.eventwright.generator.emit.java.type;

import io.eventwright.generator.model.schema.JavaHint;
import io.eventwright.generator.model.schema.JsonType;
import io.eventwright.generator.model.schema.Keyword;
import io.eventwright.generator.model.schema.SchemaKey;
import io.eventwright.generator.model.schema.SchemaNode;
import io.eventwright.generator.model.schema.SchemaSet;
import io.eventwright.generator.model.schema.Site;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What is taken for granted of data that becomes Java, written into the schemas, so that records
 * and validators agree on it: an integer that says nothing of its size has 64 bits, a root that
 * lists properties is an object, and an OpenAPI discriminator is a rule.
 */
public final class TypeAssumptions {

  private static final BigDecimal MIN_INT = BigDecimal.valueOf(Integer.MIN_VALUE);
  private static final BigDecimal MAX_INT = BigDecimal.valueOf(Integer.MAX_VALUE);
  private static final BigDecimal MIN_LONG = BigDecimal.valueOf(Long.MIN_VALUE);
  private static final BigDecimal MAX_LONG = BigDecimal.valueOf(Long.MAX_VALUE);

  /** By format, what the class for it can hold. */
  private static final Map<String, String> HOLDABLE =
      Map.of(
          "duration",
          "^P([0-9]{1,8}[YMWD])*(T([0-9]{1,9}([.][0-9]{1,9})?[HMS])*)?$",
          "date-time with offset",
          "([Zz]|[+-](0[0-9]|1[0-7]):[0-5][0-9]|[+-]18:00)$",
          "uri",
          "^[^:/?#]+:([^/#]|/($|[^/])|//([^?#\\[]|\\[[0-9A-Fa-f:]))");

  private TypeAssumptions() {}

  /** The same schemas, with what is assumed said. */
  public static SchemaSet applied(SchemaSet schemas, Set<SchemaKey> roots) {
    Map<SchemaKey, SchemaNode> nodes = new LinkedHashMap<>();
    Map<SchemaKey, SchemaNode> all = new LinkedHashMap<>(schemas.nodes());
    all.putAll(new Discriminators(schemas).implied());
    all.forEach((key, node) -> nodes.put(key, assumed(node, roots.contains(key))));
    return new SchemaSet(nodes, schemas.roots(), schemas.dynamicAnchors());
  }

  /**
   * The same schemas for validators, which refuse those few texts that a format allows and the
   * class for it cannot hold: durations of more digits than anybody's clock, URIs without what they
   * are about.
   */
  public static SchemaSet bounded(SchemaSet schemas) {
    Map<SchemaKey, SchemaNode> nodes = new LinkedHashMap<>();
    schemas.nodes().forEach((key, node) -> nodes.put(key, bounded(node)));
    return new SchemaSet(nodes, schemas.roots(), schemas.dynamicAnchors());
  }

  private static SchemaNode bounded(SchemaNode node) {
    // What has a pattern of its own, or may be no string, is kept as text anyway.
    Optional<Keyword.Format> format =
        node.find(Keyword.Format.class)
            .filter(Keyword.Format::asserted)
            .filter(each -> !node.has(Keyword.Pattern.class));
    Optional<String> holdable = format.map(each -> HOLDABLE.get(held(each.format(), node)));
    if (holdable.isEmpty()) {
      return node;
    }
    List<Keyword> keywords = new ArrayList<>(node.keywords());
    keywords.add(new Keyword.Pattern(format.get().site(), holdable.get()));
    return new SchemaNode(node.key(), node.location(), node.dialect(), keywords);
  }

  private static String held(String format, SchemaNode node) {
    return existing(node) == ScalarKind.OFFSET_DATE_TIME ? format + " with offset" : format;
  }

  private static SchemaNode assumed(SchemaNode node, boolean root) {
    List<Keyword> keywords = new ArrayList<>(node.keywords());
    node.find(Keyword.Type.class)
        .filter(type -> type.types().contains(JsonType.INTEGER))
        .filter(type -> !type.types().contains(JsonType.NUMBER))
        .ifPresent(type -> bound(node, type.site(), keywords));
    if (root) {
      node.find(Keyword.Properties.class)
          .filter(properties -> !node.has(Keyword.Type.class))
          .ifPresent(properties -> keywords.add(object(properties.site())));
    }
    return new SchemaNode(node.key(), node.location(), node.dialect(), keywords);
  }

  private static void bound(SchemaNode node, Site site, List<Keyword> keywords) {
    if (node.has(Keyword.Enum.class) || node.has(Keyword.Const.class)) {
      return;
    }
    ScalarKind existing = existing(node);
    boolean small = existing == ScalarKind.INT;
    boolean large = existing == ScalarKind.BIG_INTEGER || existing == ScalarKind.DECIMAL;
    if (!node.has(Keyword.Minimum.class) && !large) {
      BigDecimal least = small ? MIN_INT : MIN_LONG;
      keywords.add(new Keyword.Minimum(new Site("minimum", site.location()), least, false));
    }
    if (!node.has(Keyword.Maximum.class) && !large) {
      BigDecimal most = small ? MAX_INT : MAX_LONG;
      keywords.add(new Keyword.Maximum(new Site("maximum", site.location()), most, false));
    }
  }

  /** The class that a schema insists on, if the runtime knows it. */
  private static @Nullable ScalarKind existing(SchemaNode node) {
    return node.find(JavaHint.ExistingJavaType.class)
        .map(JavaHint.ExistingJavaType::typeName)
        .or(() -> node.find(JavaHint.JavaType.class).map(JavaHint.JavaType::typeName))
        .map(ExistingTypes::kind)
        .orElse(null);
  }

  private static Keyword object(Site site) {
    return new Keyword.Type(new Site("type", site.location()), Set.of(JsonType.OBJECT));
  }
}

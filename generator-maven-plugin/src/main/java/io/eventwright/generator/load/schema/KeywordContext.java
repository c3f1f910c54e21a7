package io.eventwright.generator.load.schema;

import io.eventwright.generator.diagnostic.Diagnostics;
import io.eventwright.generator.diagnostic.SourceLocation;
import io.eventwright.generator.load.document.ArrayNode;
import io.eventwright.generator.load.document.BooleanNode;
import io.eventwright.generator.load.document.Node;
import io.eventwright.generator.load.document.NumberNode;
import io.eventwright.generator.load.document.ObjectNode;
import io.eventwright.generator.load.document.StringNode;
import io.eventwright.generator.model.schema.SchemaKey;
import io.eventwright.generator.model.schema.Site;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A keyword being read: its value, the schema around it, and the words to say what is wrong. */
record KeywordContext(
    SchemaPlace place,
    ObjectNode schema,
    ObjectNode.Member member,
    SchemaIndex index,
    ReferenceResolver references,
    LoaderOptions options,
    Diagnostics found) {

  private static final String RULE = "invalid-keyword";

  Site site() {
    return new Site(member.name(), member.nameLocation());
  }

  Node value() {
    return member.value();
  }

  DialectRules rules() {
    return place.rules();
  }

  /** The same for another keyword of the schema; null when it is not there, or not known. */
  @Nullable KeywordContext sibling(String name) {
    ObjectNode.Member other = schema.members().get(name);
    KeywordRule rule = other == null ? null : Keywords.find(name);
    return rule == null || !rule.isIn(rules())
        ? null
        : new KeywordContext(place, schema, other, index, references, options, found);
  }

  void invalid(SourceLocation location, String mustBe, Node actual) {
    found.error(
        location, RULE, member.name() + " must be " + mustBe + ", not " + actual.kind() + ".");
  }

  void invalid(String message) {
    found.error(value().location(), RULE, member.name() + " " + message);
  }

  @Nullable String text() {
    if (value() instanceof StringNode string) {
      return string.value();
    }
    invalid(value().location(), "a string", value());
    return null;
  }

  boolean truth() {
    if (value() instanceof BooleanNode bool) {
      return bool.value();
    }
    invalid(value().location(), "true or false", value());
    return false;
  }

  @Nullable BigDecimal number() {
    if (value() instanceof NumberNode number) {
      try {
        BigDecimal decimal = new BigDecimal(number.text());
        if (Math.abs((long) decimal.scale()) <= 10_000) {
          return decimal;
        }
      } catch (NumberFormatException e) {
        // Reported below, as for any exponent that is out of reach.
      }
      invalid("has an exponent beyond what can be worked out.");
      return null;
    }
    invalid(value().location(), "a number", value());
    return null;
  }

  /** A count, saturated. */
  @Nullable Integer count() {
    BigDecimal number = number();
    if (number == null) {
      return null;
    }
    if (number.signum() < 0 || number.stripTrailingZeros().scale() > 0) {
      invalid("must be a whole number, at least 0.");
      return null;
    }
    return number.toBigInteger().min(BigInteger.valueOf(Integer.MAX_VALUE)).intValue();
  }

  List<String> texts() {
    return texts(value());
  }

  List<String> texts(Node node) {
    List<String> texts = new ArrayList<>();
    if (node instanceof ArrayNode array) {
      for (Node item : array.items()) {
        if (item instanceof StringNode string) {
          texts.add(string.value());
        } else {
          invalid(item.location(), "an array of strings", item);
        }
      }
    } else {
      invalid(node.location(), "an array of strings", node);
    }
    return texts;
  }

  /** The key of the value, which must be a schema. */
  @Nullable SchemaKey child() {
    return child(value());
  }

  @Nullable SchemaKey child(Node node) {
    SchemaPlace child = index.placeOf(node);
    if (child == null) {
      invalid(node.location(), "a schema, that is an object, true or false", node);
      return null;
    }
    return child.key();
  }

  List<SchemaKey> children() {
    List<SchemaKey> keys = new ArrayList<>();
    if (value() instanceof ArrayNode array) {
      for (Node item : array.items()) {
        SchemaKey key = child(item);
        if (key != null) {
          keys.add(key);
        }
      }
    } else {
      invalid(value().location(), "an array of schemas", value());
    }
    return keys;
  }

  Map<String, SchemaKey> childrenByName() {
    Map<String, SchemaKey> keys = new LinkedHashMap<>();
    if (value() instanceof ObjectNode object) {
      for (ObjectNode.Member each : object.members().values()) {
        SchemaKey key = child(each.value());
        if (key != null) {
          keys.put(each.name(), key);
        }
      }
    } else {
      invalid(value().location(), "an object of schemas", value());
    }
    return keys;
  }
}

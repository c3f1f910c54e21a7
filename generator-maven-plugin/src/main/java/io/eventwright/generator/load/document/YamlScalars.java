package io.eventwright.generator.load.document;

import io.eventwright.generator.diagnostic.Diagnostics;
import io.eventwright.generator.diagnostic.SourceLocation;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Optional;
import java.util.regex.Pattern;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.nodes.Tag;
import org.snakeyaml.engine.v2.resolver.CoreScalarResolver;
import org.snakeyaml.engine.v2.resolver.ScalarResolver;

/** What a YAML 1.2 scalar is in JSON's terms (core schema, YAML 1.2.2 section 10.3). */
final class YamlScalars {

  private static final Pattern JSON_NUMBER =
      Pattern.compile("-?(0|[1-9][0-9]*)(\\.[0-9]+)?([eE][-+]?[0-9]+)?");
  private static final int LONGEST_NUMBER = 1_000;

  private final ScalarResolver resolver = new CoreScalarResolver(false);
  private final Diagnostics found;

  YamlScalars(Diagnostics found) {
    this.found = found;
  }

  Node node(ScalarEvent scalar, SourceLocation location) {
    String text = scalar.getValue();
    Tag tag = tag(scalar, location);
    if (tag.equals(Tag.NULL)) {
      return new NullNode(location);
    }
    if (tag.equals(Tag.BOOL)) {
      return new BooleanNode(location, text.equalsIgnoreCase("true"));
    }
    if (tag.equals(Tag.INT) || tag.equals(Tag.FLOAT)) {
      return number(text, location);
    }
    return new StringNode(location, text);
  }

  private Tag tag(ScalarEvent scalar, SourceLocation location) {
    if (scalar.getTag().isEmpty()) {
      return resolver.resolve(scalar.getValue(), scalar.isPlain());
    }
    String name = scalar.getTag().get();
    if (name.equals("!") || name.equals(Tag.STR.getValue())) {
      return Tag.STR;
    }
    Tag plain = resolver.resolve(scalar.getValue(), true);
    if (name.equals(plain.getValue())) {
      return plain;
    }
    reportTag(name, location);
    return Tag.STR;
  }

  /** Tags make a YAML reader build something else than was written: only JSON's own are taken. */
  void refuseForeignTag(Optional<String> tag, String expected, SourceLocation location) {
    tag.filter(name -> !name.equals("!") && !name.equals(expected))
        .ifPresent(name -> reportTag(name, location));
  }

  private void reportTag(String name, SourceLocation location) {
    found.error(location, "yaml-tag", "The tag " + name + " does not fit this value. Remove it.");
  }

  private Node number(String text, SourceLocation location) {
    if (text.length() > LONGEST_NUMBER) {
      found.error(
          location, "invalid-yaml", "A number of " + text.length() + " characters is not read.");
      return new NumberNode(location, "0");
    }
    if (JSON_NUMBER.matcher(text).matches()) {
      return new NumberNode(location, text);
    }
    try {
      if (text.startsWith("0x")) {
        return new NumberNode(location, new BigInteger(text.substring(2), 16).toString());
      }
      if (text.startsWith("0o")) {
        return new NumberNode(location, new BigInteger(text.substring(2), 8).toString());
      }
      return new NumberNode(location, new BigDecimal(text).toString());
    } catch (NumberFormatException e) {
      found.error(
          location,
          "invalid-yaml",
          text + " is no number in JSON. Write it in quotes if it is text.");
      return new NumberNode(location, "0");
    }
  }
}

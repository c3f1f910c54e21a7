package io.eventwright.generator.load.schema;

import io.eventwright.generator.diagnostic.Diagnostics;
import io.eventwright.generator.diagnostic.Suggestion;
import io.eventwright.generator.load.document.BooleanNode;
import io.eventwright.generator.load.document.Node;
import io.eventwright.generator.load.document.ObjectNode;
import io.eventwright.generator.load.document.StringNode;
import io.eventwright.generator.model.schema.Dialect;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Finds how a document is read from what its {@code $schema} says. */
final class Dialects {

  /** Metaschemas may name other metaschemas; more than this many in a row name each other. */
  private static final int LONGEST_CHAIN = 8;

  private static final String OPENAPI_PREFIX = "https://spec.openapis.org/oas/3.0/";

  private final SchemaIndex index;
  private final LoaderOptions options;
  private final Diagnostics found;
  private final Map<String, Optional<DialectRules>> known = new HashMap<>();

  Dialects(SchemaIndex index, LoaderOptions options, Diagnostics found) {
    this.index = index;
    this.options = options;
    this.found = found;
  }

  DialectRules of(Node schema, DialectRules defaults) {
    if (!(schema instanceof ObjectNode object)
        || !(object.get("$schema") instanceof StringNode name)) {
      return defaults;
    }
    Optional<DialectRules> rules = rules(name.value(), 0);
    if (rules.isEmpty() && options.strictKeywords()) {
      found.error(
          name.location(),
          "unknown-dialect",
          "No metaschema is known by "
              + name.value()
              + ". Use one of json-schema.org's, or vendor it with events:import."
              + Suggestion.didYouMean(
                  name.value(), Arrays.stream(Dialect.values()).map(Dialect::metaschema).toList()));
    }
    return rules.orElse(defaults);
  }

  private Optional<DialectRules> rules(String uri, int depth) {
    String plain = uri.endsWith("#") ? uri.substring(0, uri.length() - 1) : uri;
    if (plain.startsWith(OPENAPI_PREFIX)) {
      return Optional.of(DialectRules.of(Dialect.OPENAPI_3_0));
    }
    Optional<Dialect> standard = Dialect.ofMetaschema(plain);
    if (standard.isPresent()) {
      return standard.map(DialectRules::of);
    }
    Optional<DialectRules> seen = known.get(plain);
    if (seen == null) {
      // Entered first, so that a metaschema that is written in itself ends here.
      known.put(plain, Optional.empty());
      seen = depth > LONGEST_CHAIN ? Optional.empty() : custom(plain, depth);
      known.put(plain, seen);
    }
    return seen;
  }

  private Optional<DialectRules> custom(String uri, int depth) {
    Optional<Node> root = index.documentRoot(uri);
    if (root.isEmpty() || !(root.get() instanceof ObjectNode metaschema)) {
      return Optional.empty();
    }
    String base = metaschema.text("$schema");
    Optional<DialectRules> own = base == null ? Optional.empty() : rules(base, depth + 1);
    if (own.isEmpty()) {
      return own;
    }
    if (!(metaschema.get("$vocabulary") instanceof ObjectNode vocabularies)) {
      return own;
    }
    Set<Vocabulary> used = EnumSet.noneOf(Vocabulary.class);
    for (ObjectNode.Member member : vocabularies.members().values()) {
      Optional<Vocabulary> vocabulary = Vocabulary.ofUri(member.name());
      vocabulary.ifPresent(used::add);
      if (vocabulary.isEmpty()
          && member.value() instanceof BooleanNode required
          && required.value()) {
        found.error(
            member.nameLocation(),
            "unknown-vocabulary",
            "The vocabulary " + member.name() + " is required and not known here.");
      }
    }
    if (own.get().dialect() == Dialect.DRAFT_2019_09 && used.contains(Vocabulary.APPLICATOR)) {
      // 2019-09 has these in its applicator vocabulary.
      used.add(Vocabulary.UNEVALUATED);
    }
    return Optional.of(new DialectRules(own.get().dialect(), used));
  }
}

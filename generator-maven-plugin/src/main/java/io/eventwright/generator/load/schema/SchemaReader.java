package io.eventwright.generator.load.schema;

import io.eventwright.generator.diagnostic.Diagnostics;
import io.eventwright.generator.diagnostic.Suggestion;
import io.eventwright.generator.load.document.BooleanNode;
import io.eventwright.generator.load.document.ObjectNode;
import io.eventwright.generator.model.schema.Dialect;
import io.eventwright.generator.model.schema.Keyword;
import io.eventwright.generator.model.schema.SchemaNode;
import io.eventwright.generator.model.schema.Site;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Makes the normalised schema of a place. */
final class SchemaReader {

  private final SchemaIndex index;
  private final ReferenceResolver references;
  private final LoaderOptions options;
  private final Diagnostics found;

  SchemaReader(SchemaIndex index, LoaderOptions options, Diagnostics found) {
    this.index = index;
    this.references = new ReferenceResolver(index, found);
    this.options = options;
    this.found = found;
  }

  SchemaNode read(SchemaPlace place) {
    List<Keyword> keywords = new ArrayList<>();
    if (place.node() instanceof BooleanNode bool) {
      if (!bool.value()) {
        keywords.add(new Keyword.Refused(new Site("", bool.location())));
      }
    } else if (place.node() instanceof ObjectNode object) {
      boolean alone = place.rules().referenceStandsAlone() && object.members().containsKey("$ref");
      for (ObjectNode.Member member : object.members().values()) {
        KeywordContext context =
            new KeywordContext(place, object, member, index, references, options, found);
        if (!alone || member.name().equals("$ref")) {
          read(context, keywords);
        } else if (options.strictKeywords()) {
          warnOfSilence(context);
        }
      }
    }
    return new SchemaNode(place.key(), place.node().location(), place.rules().dialect(), keywords);
  }

  private void read(KeywordContext context, List<Keyword> keywords) {
    String name = context.member().name();
    KeywordRule rule = Keywords.find(name);
    boolean known = rule != null && rule.isIn(context.rules());
    if (!known && options.strictKeywords()) {
      known = rule != null && Keywords.isHarmless(name);
    }
    Keyword keyword;
    if (rule != null && known) {
      keyword = rule.reader().read(context);
      if (name.equals("dependencies")) {
        Keyword required = ObjectReaders.requiredDependencies(context);
        if (required != null) {
          keywords.add(required);
        }
      }
    } else {
      if (options.strictKeywords()
          && !name.startsWith("x-")
          && !options.foreignKeywords().contains(name)) {
        reportUnknown(context, rule);
      }
      keyword = AnnotationReaders.extension(context);
    }
    if (keyword != null) {
      keywords.add(keyword);
    }
  }

  private void reportUnknown(KeywordContext context, @Nullable KeywordRule rule) {
    String name = context.member().name();
    Dialect dialect = context.rules().dialect();
    String others =
        rule == null
            ? ""
            : Arrays.stream(Dialect.values())
                .filter(rule::isIn)
                .map(Dialect::label)
                .collect(Collectors.joining(", "));
    String message =
        others.isEmpty()
            ? name
                + " is no keyword of "
                + dialect.label()
                + ". A keyword of your own starts with x-."
                + Suggestion.didYouMean(name, Keywords.namesIn(dialect))
            : name
                + " is a keyword of "
                + others
                + ", and this schema is in "
                + dialect.label()
                + ". Say so in $schema, or write it in this dialect's words.";
    found.error(context.member().nameLocation(), "unknown-keyword", message);
  }

  private void warnOfSilence(KeywordContext context) {
    String name = context.member().name();
    KeywordRule rule = Keywords.find(name);
    if (rule != null && !Keywords.isHarmless(name) && rule.isIn(context.rules())) {
      boolean annotates =
          rule.vocabulary() == Vocabulary.META_DATA || rule.vocabulary() == Vocabulary.CORE;
      if (!annotates) {
        found.warning(
            context.member().nameLocation(),
            "ignored-keyword",
            context.rules().dialect().label()
                + " lets "
                + name
                + " ask nothing beside $ref. Put both into allOf, or use a newer dialect.");
      }
    }
  }
}

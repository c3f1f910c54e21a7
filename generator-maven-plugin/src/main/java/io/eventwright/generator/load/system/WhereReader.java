package io.eventwright.generator.load.system;

import io.eventwright.generator.diagnostic.Diagnostics;
import io.eventwright.generator.load.document.ArrayNode;
import io.eventwright.generator.load.document.BooleanNode;
import io.eventwright.generator.load.document.Node;
import io.eventwright.generator.load.document.NullNode;
import io.eventwright.generator.load.document.NumberNode;
import io.eventwright.generator.load.document.ObjectNode;
import io.eventwright.generator.load.document.StringNode;
import io.eventwright.generator.model.Condition;
import io.eventwright.generator.model.source.ConditionSource;
import io.eventwright.generator.model.source.Located;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Reads {@code where}: a mapping from paths to values or tests. */
final class WhereReader {

  private static final Set<String> OPERATORS = Set.of("=", "<", "<=", ">", ">=");

  private final Diagnostics found;
  private final Scalars scalars;

  WhereReader(Diagnostics found) {
    this.found = found;
    scalars = new Scalars(found);
  }

  @Nullable List<ConditionSource> read(Node node) {
    if (!(node instanceof ObjectNode object)) {
      scalars.wrong(node, "a mapping from paths to values, such as data.currency: [EUR, USD]");
      return null;
    }
    List<ConditionSource> conditions = new ArrayList<>();
    boolean complete = true;
    for (ObjectNode.Member member : object.members().values()) {
      List<Located<Condition.Test>> tests = tests(member.value());
      complete &= tests != null;
      if (tests != null) {
        conditions.add(
            new ConditionSource(
                new Located<>(List.of(member.name().split("\\.", -1)), member.nameLocation()),
                tests));
      }
    }
    return complete ? conditions : null;
  }

  private @Nullable List<Located<Condition.Test>> tests(Node node) {
    List<Node> items = node instanceof ArrayNode array ? array.items() : List.of(node);
    if (items.isEmpty()) {
      scalars.wrong(node, "at least one value: an empty list lets nothing through");
      return null;
    }
    List<Located<Condition.Test>> tests = new ArrayList<>();
    for (Node item : items) {
      Condition.Test test = test(item);
      if (test == null) {
        return null;
      }
      tests.add(new Located<>(test, item.location()));
    }
    return tests;
  }

  private Condition.@Nullable Test test(Node node) {
    if (node instanceof NullNode) {
      return new Condition.Equal(null);
    }
    if (!(node instanceof ObjectNode object)) {
      Object value = scalar(node);
      return value == null ? null : new Condition.Equal(value);
    }
    SectionReader reader = SectionReader.of(object, Section.TEST, found);
    if (reader == null || !reader.complete()) {
      return null;
    }
    if (object.members().size() != 1) {
      scalars.wrong(node, "exactly one test, such as { prefix: EU- }");
      return null;
    }
    Condition.Test prefix = reader.get("prefix", each -> text(each, Condition.Prefix::new));
    Condition.Test suffix = reader.get("suffix", each -> text(each, Condition.Suffix::new));
    Condition.Test anythingBut = reader.get("anything-but", this::anythingBut);
    Condition.Test exists = reader.get("exists", this::exists);
    Condition.Test numeric = reader.get("numeric", this::numeric);
    for (Condition.Test each :
        new Condition.@Nullable Test[] {prefix, suffix, anythingBut, exists}) {
      if (each != null) {
        return each;
      }
    }
    return numeric;
  }

  private Condition.@Nullable Test text(Node node, Function<String, Condition.Test> make) {
    Located<String> text = scalars.text(node);
    return text == null ? null : make.apply(text.value());
  }

  private Condition.@Nullable Test exists(Node node) {
    if (node instanceof BooleanNode there) {
      return new Condition.Exists(there.value());
    }
    scalars.wrong(node, "true or false");
    return null;
  }

  private Condition.@Nullable Test anythingBut(Node node) {
    List<Object> values = new ArrayList<>();
    for (Node item : node instanceof ArrayNode array ? array.items() : List.of(node)) {
      Object value = scalar(item);
      if (value == null) {
        return null;
      }
      values.add(value);
    }
    return new Condition.AnythingBut(values);
  }

  private Condition.@Nullable Test numeric(Node node) {
    List<Condition.Bound> bounds = new ArrayList<>();
    List<Node> items = node instanceof ArrayNode array ? array.items() : List.of();
    boolean right = !items.isEmpty() && items.size() <= 4 && items.size() % 2 == 0;
    for (int i = 0; right && i < items.size(); i += 2) {
      if (items.get(i) instanceof StringNode operator
          && OPERATORS.contains(operator.value())
          && items.get(i + 1) instanceof NumberNode number) {
        bounds.add(new Condition.Bound(operator.value(), new BigDecimal(number.text())));
      } else {
        right = false;
      }
    }
    if (!right) {
      scalars.wrong(node, "one or two bounds, such as [\">\", 0, \"<=\", 100]");
      return null;
    }
    return new Condition.Numeric(bounds);
  }

  private @Nullable Object scalar(Node node) {
    if (node instanceof StringNode string) {
      return string.value();
    }
    if (node instanceof NumberNode number) {
      return new BigDecimal(number.text());
    }
    if (node instanceof BooleanNode truth) {
      return truth.value();
    }
    scalars.wrong(node, "a text, a number, true or false");
    return null;
  }
}

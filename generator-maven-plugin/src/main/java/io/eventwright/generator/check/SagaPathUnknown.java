package io.eventwright.generator.check;

import io.eventwright.generator.bounds.Types;
import io.eventwright.generator.diagnostic.Diagnostics;
import io.eventwright.generator.diagnostic.Suggestion;
import io.eventwright.generator.model.Condition;
import io.eventwright.generator.model.SagaModel;
import io.eventwright.generator.model.SagaPath;
import io.eventwright.generator.model.SagaStep;
import io.eventwright.generator.model.SagaValue;
import io.eventwright.generator.model.schema.JsonType;
import io.eventwright.generator.model.schema.Keyword;
import io.eventwright.generator.model.source.SystemUnderCheck;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A step that asks for what the saga does not know there: nothing of the name, something that is
 * not made on every path before it, a field that need not be there, no list where one is gone
 * through, no time where one is waited for, or a test that its value can break. Error: the
 * execution would fail when it gets there.
 */
final class SagaPathUnknown implements Rule {

  /**
   * Attributes that every event has (CloudEvents 1.0, and the time, which the runtime requires).
   */
  private static final List<String> ALWAYS = List.of("id", "source", "specversion", "time", "type");

  /** Attributes that an event may have. */
  private static final List<String> OPTIONAL =
      List.of("causationid", "correlationid", "dataschema", "sequence", "subject");

  /** How a path is used. */
  private enum Use {
    VALUE(Set.of(), ""),
    LIST(Set.of(JsonType.ARRAY), "it is no list."),
    TIME(Set.of(JsonType.STRING), "it is no text that holds a time."),
    NUMBER(
        Set.of(JsonType.INTEGER, JsonType.NUMBER),
        "it is not always a number, and nothing else can be compared with one."),
    TEXT(Set.of(JsonType.STRING), "it is not always a text, and nothing else begins or ends so."),
    /** A test that is false when nothing is there. */
    TEST(Set.of(), "");

    private final Set<JsonType> types;
    private final String otherwise;

    Use(Set<JsonType> types, String otherwise) {
      this.types = types;
      this.otherwise = otherwise;
    }

    boolean mayBeMissing() {
      return this == TEST || this == TEXT;
    }

    boolean takes(Set<JsonType> found) {
      return types.isEmpty() || (!found.isEmpty() && types.containsAll(found));
    }
  }

  /**
   * What is asked for.
   *
   * @param test what its value is tested by; null for none
   */
  private record Asked(SagaPath path, Use use, Condition.@Nullable Test test) {}

  @Override
  public String id() {
    return "saga-path";
  }

  @Override
  public void check(SystemUnderCheck system, Diagnostics found) {
    system
        .source()
        .sagas()
        .forEach(
            saga ->
                new SagaWalk(
                        system,
                        (step, known) ->
                            asked(step).forEach(each -> check(step, each, known, system, found)))
                    .through(saga));
  }

  private void check(
      SagaStep step, Asked asked, SagaKnowledge known, SystemUnderCheck system, Diagnostics found) {
    SagaPath path = asked.path();
    if (!known.knows(path)) {
      Set<String> roots = new LinkedHashSet<>(known.schemas().keySet());
      roots.add(SagaPath.EXECUTION);
      report(
          step,
          path,
          "nothing of the name "
              + path.root()
              + " is known there on every path."
              + Suggestion.didYouMean(path.root(), roots)
              + " Known are: "
              + String.join(", ", roots)
              + ".",
          found);
      return;
    }
    String wrong =
        SagaKnowledge.isText(path)
            ? path.parts().size() > 1 ? "it is a text, with nothing within." : text(asked)
            : SagaKnowledge.isEnvelope(path)
                ? envelope(asked)
                : wrong(asked, known.lookup(path, system));
    if (wrong != null) {
      report(step, path, wrong, found);
    }
  }

  /** What is wrong with asking for an attribute; all are texts. */
  private static @Nullable String envelope(Asked asked) {
    List<String> rest = asked.path().rest();
    if (rest.isEmpty()) {
      return "an event has data and attributes. Say which, such as event.data or event.id.";
    }
    Set<String> attributes = new LinkedHashSet<>(ALWAYS);
    attributes.addAll(OPTIONAL);
    if (rest.size() > 1 || !attributes.contains(rest.get(0))) {
      attributes.add("data");
      return "an event has no "
          + String.join(".", rest)
          + "."
          + Suggestion.didYouMean(rest.get(0), attributes)
          + " There are: "
          + String.join(", ", attributes)
          + ".";
    }
    return OPTIONAL.contains(rest.get(0)) && !asked.use().mayBeMissing()
        ? "it need not be there. Take something of the data, which its schema requires."
        : text(asked);
  }

  private static @Nullable String text(Asked asked) {
    boolean isTime = asked.path().rest().equals(List.of("time"));
    boolean fits = asked.use() == Use.TIME ? isTime : asked.use().takes(Set.of(JsonType.STRING));
    return fits ? null : asked.use().otherwise;
  }

  private static @Nullable String wrong(Asked asked, PathLookup lookup) {
    if (lookup instanceof PathLookup.Missing missing) {
      return "there is no "
          + missing.name()
          + "."
          + Suggestion.didYouMean(missing.name(), missing.known())
          + (missing.known().isEmpty()
              ? ""
              : " There are: " + String.join(", ", missing.known()) + ".");
    }
    PathLookup.Found there = (PathLookup.Found) lookup;
    if (!there.required() && !asked.use().mayBeMissing()) {
      return "it need not be there. Require it, or take something else.";
    }
    if (!asked.use().takes(Types.of(there.facets()))) {
      return asked.use().otherwise;
    }
    if (asked.use() == Use.TIME
        && there.facets().stream()
            .flatMap(facet -> facet.find(Keyword.Format.class).stream())
            .noneMatch(format -> format.format().equals("date-time"))) {
      return "it need not be a time. Give it the format date-time.";
    }
    String never =
        asked.test() == null ? "" : ValueShape.of(there.facets()).problemOf(asked.test());
    return never.isEmpty() ? null : never + ", so that this never holds.";
  }

  private void report(SagaStep step, SagaPath path, String wrong, Diagnostics found) {
    found.error(
        path.location(), id(), "Step " + step.name() + " asks for " + path + ", and " + wrong);
  }

  private static List<Asked> asked(SagaStep step) {
    List<Asked> all = new ArrayList<>();
    if (step instanceof SagaStep.Choice choice) {
      for (SagaStep.Case each : choice.cases()) {
        for (SagaStep.Test test : each.when()) {
          test.tests().forEach(one -> all.add(new Asked(test.path(), use(one), one)));
        }
      }
    } else if (step instanceof SagaStep.Each each) {
      all.add(new Asked(each.over(), Use.LIST, null));
    } else if (step instanceof SagaStep.Wait waits && waits.until() != null) {
      all.add(new Asked(waits.until(), Use.TIME, null));
    } else if (step instanceof SagaStep.Put put) {
      all.add(new Asked(put.key(), Use.VALUE, null));
    }
    SagaStep.Callback callback = SagaModel.callback(step);
    if (callback != null && callback.by() != null) {
      all.add(new Asked(callback.by(), Use.VALUE, null));
    }
    for (SagaValue value : step.with().values()) {
      if (value instanceof SagaValue.At at) {
        all.add(new Asked(at.path(), Use.VALUE, null));
      }
    }
    return all;
  }

  private static Use use(Condition.Test test) {
    if (test instanceof Condition.Numeric) {
      return Use.NUMBER;
    }
    return test instanceof Condition.Prefix || test instanceof Condition.Suffix
        ? Use.TEXT
        : Use.TEST;
  }
}

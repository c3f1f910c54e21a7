package io.eventwright.generator.load.system;

import io.eventwright.generator.load.document.ArrayNode;
import io.eventwright.generator.load.document.Node;
import io.eventwright.generator.model.SagaPath;
import io.eventwright.generator.model.SagaStep;
import io.eventwright.generator.model.source.ConditionSource;
import io.eventwright.generator.model.source.Located;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Reads the steps that hold steps: {@code parallel}, {@code choice}, {@code map}. */
final class BlockReader {

  private static final int FEWEST_BRANCHES = 2;

  private final PartReader parts;
  private final StepReader steps;
  private final StepValues values;

  BlockReader(PartReader parts, StepReader steps) {
    this.parts = parts;
    this.steps = steps;
    values = new StepValues(parts);
  }

  @Nullable SagaStep parallel(Located<String> name, Node node) {
    SectionReader reader = SectionReader.of(node, Section.STEP_PARALLEL, parts.found());
    if (reader == null) {
      return null;
    }
    List<SagaStep.Branch> branches = new ArrayList<>();
    reader.each(
        "parallel",
        (member, list) -> {
          Located<String> branch = new Located<>(member.name(), member.nameLocation());
          boolean named = parts.scalars().isName(branch);
          List<SagaStep> inner = list(list);
          if (named && inner != null) {
            branches.add(new SagaStep.Branch(branch.value(), inner, branch.location()));
          } else {
            reader.incomplete();
          }
        });
    if (reader.complete() && branches.size() < FEWEST_BRANCHES) {
      parts.scalars().wrong(node, "at least two branches, by name");
      return null;
    }
    return reader.complete()
        ? new SagaStep.Parallel(name.value(), branches, name.location())
        : null;
  }

  @Nullable SagaStep choice(Located<String> name, Node node) {
    SectionReader reader = SectionReader.of(node, Section.STEP_CHOICE, parts.found());
    if (reader == null) {
      return null;
    }
    List<SagaStep.Case> cases = reader.some("choice", this::oneCase);
    List<SagaStep> otherwise = reader.list("otherwise", steps::read);
    return reader.complete()
        ? new SagaStep.Choice(name.value(), cases, otherwise, name.location())
        : null;
  }

  private SagaStep.@Nullable Case oneCase(Node node) {
    SectionReader reader = SectionReader.of(node, Section.STEP_CASE, parts.found());
    if (reader == null) {
      return null;
    }
    List<ConditionSource> when =
        reader.getOr("when", List.of(), new WhereReader(parts.found())::read);
    List<SagaStep> inner = reader.some("steps", steps::read);
    List<SagaStep.Test> tests = new ArrayList<>();
    for (ConditionSource condition : when) {
      SagaPath path =
          values.path(
              new Located<>(
                  String.join(".", condition.path().value()), condition.path().location()));
      if (path == null) {
        return null;
      }
      tests.add(new SagaStep.Test(path, condition.tests().stream().map(Located::value).toList()));
    }
    if (reader.complete() && tests.isEmpty()) {
      parts.scalars().wrong(node, "at least one condition; what holds else stands in otherwise");
      return null;
    }
    return reader.complete() ? new SagaStep.Case(tests, inner, node.location()) : null;
  }

  @Nullable SagaStep map(Located<String> name, Node node) {
    SectionReader reader = SectionReader.of(node, Section.STEP_MAP, parts.found());
    if (reader == null) {
      return null;
    }
    SagaPath over = reader.get("map", values::path);
    Located<String> item = reader.get("as", parts.scalars()::name);
    int concurrency = steps.atOnce(reader);
    List<SagaStep> inner = reader.some("steps", steps::read);
    return reader.complete()
        ? new SagaStep.Each(
            name.value(),
            Objects.requireNonNull(over),
            Objects.requireNonNull(item).value(),
            concurrency,
            inner,
            name.location())
        : null;
  }

  private @Nullable List<SagaStep> list(Node node) {
    List<SagaStep> inner = new ArrayList<>();
    for (Node item : node instanceof ArrayNode array ? array.items() : List.of(node)) {
      SagaStep step = steps.read(item);
      if (step == null) {
        return null;
      }
      inner.add(step);
    }
    if (inner.isEmpty()) {
      parts
          .found()
          .error(
              node.location(), "wrong-value", "There is no step in this list. Write at least one.");
      return null;
    }
    return inner;
  }
}

package io.eventwright.generator.load.system;

import io.eventwright.generator.load.document.Node;
import io.eventwright.generator.load.document.StringNode;
import io.eventwright.generator.model.EventRef;
import io.eventwright.generator.model.SagaModel;
import io.eventwright.generator.model.SagaStep;
import io.eventwright.generator.model.source.Located;
import io.eventwright.generator.model.source.SagaSource;
import io.eventwright.generator.model.source.SubscriptionSource;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Reads one saga. */
final class SagaReader {

  private final PartReader parts;

  SagaReader(PartReader parts) {
    this.parts = parts;
  }

  @Nullable SagaSource read(Located<String> name, Node node) {
    SectionReader reader = SectionReader.of(node, Section.SAGA, parts.found());
    if (reader == null) {
      return null;
    }
    SubscriptionSource subscription = parts.subscription(reader);
    List<SagaStep> steps = reader.some("steps", new StepReader(parts)::read);
    Located<EventRef> done = reader.get("done", parts.events()::reference);
    Located<EventRef> undone = reader.get("undone", parts.events()::reference);
    SagaModel.Language language =
        reader.getOr("language", SagaModel.Language.JSONATA, this::language);
    Located<SagaModel.Type> type =
        reader.getOr("type", new Located<>(SagaModel.Type.STANDARD, name.location()), this::type);
    Located<String> className = parts.className(reader, name, ClassNames.pascal(name.value()));
    if (!reader.complete()) {
      return null;
    }
    return new SagaSource(
        name,
        Objects.requireNonNull(subscription),
        steps,
        Objects.requireNonNull(done),
        Objects.requireNonNull(undone),
        language,
        type,
        className);
  }

  private SagaModel.@Nullable Language language(Node node) {
    for (SagaModel.Language language : SagaModel.Language.values()) {
      if (node instanceof StringNode text
          && text.value().equals(language.name().toLowerCase(Locale.ROOT))) {
        return language;
      }
    }
    parts.scalars().wrong(node, "jsonata or jsonpath");
    return null;
  }

  private @Nullable Located<SagaModel.Type> type(Node node) {
    for (SagaModel.Type type : SagaModel.Type.values()) {
      if (node instanceof StringNode text
          && text.value().equals(type.name().toLowerCase(Locale.ROOT))) {
        return new Located<>(type, node.location());
      }
    }
    parts.scalars().wrong(node, "standard or express");
    return null;
  }
}

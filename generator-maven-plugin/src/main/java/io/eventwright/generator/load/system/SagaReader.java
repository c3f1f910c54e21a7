package io.eventwright.generator.load.system;

import io.eventwright.generator.load.document.Node;
import io.eventwright.generator.load.document.ObjectNode;
import io.eventwright.generator.load.document.StringNode;
import io.eventwright.generator.model.EventRef;
import io.eventwright.generator.model.SagaModel;
import io.eventwright.generator.model.source.Located;
import io.eventwright.generator.model.source.SagaSource;
import io.eventwright.generator.model.source.SubscriptionSource;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Reads one saga. */
final class SagaReader {

  private static final SagaModel.Retry DEFAULT_RETRY =
      new SagaModel.Retry(2, Duration.ofSeconds(1), 2);
  private static final int MOST_RETRIES = 20;
  private static final int MOST_BACKOFF = 10;

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
    List<SagaSource.Step> steps = reader.some("steps", this::step);
    Located<EventRef> done = reader.get("done", parts.events()::reference);
    Located<EventRef> undone = reader.get("undone", parts.events()::reference);
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
        className);
  }

  /** A worker's name alone, or a mapping of one entry: {@code charge-wallet: { undo: ... }}. */
  private SagaSource.@Nullable Step step(Node node) {
    if (node instanceof StringNode) {
      Located<String> worker = parts.scalars().name(node);
      return worker == null ? null : new SagaSource.Step(worker, null, DEFAULT_RETRY);
    }
    if (!(node instanceof ObjectNode object) || object.members().size() != 1) {
      parts
          .scalars()
          .wrong(
              node,
              "one step: a worker's name, or one such as charge-wallet: { undo: refund-wallet }");
      return null;
    }
    ObjectNode.Member member = object.members().values().iterator().next();
    Located<String> worker = new Located<>(member.name(), member.nameLocation());
    SectionReader reader = SectionReader.of(member.value(), Section.STEP, parts.found());
    if (reader == null) {
      return null;
    }
    boolean named = parts.scalars().isName(worker);
    Located<String> undo = reader.get("undo", parts.scalars()::name);
    SagaModel.Retry retry = reader.getOr("retry", DEFAULT_RETRY, this::retry);
    return named && reader.complete() ? new SagaSource.Step(worker, undo, retry) : null;
  }

  private SagaModel.@Nullable Retry retry(Node node) {
    SectionReader reader = SectionReader.of(node, Section.RETRY, parts.found());
    if (reader == null) {
      return null;
    }
    Integer times = reader.get("times", each -> parts.scalars().integer(each, 0, MOST_RETRIES));
    Duration interval =
        reader.getOr(
            "interval",
            DEFAULT_RETRY.interval(),
            each -> parts.scalars().seconds(each, Duration.ofSeconds(1), Duration.ofHours(1)));
    BigDecimal backoff =
        reader.getOr(
            "backoff",
            BigDecimal.valueOf(DEFAULT_RETRY.backoff()),
            each -> parts.scalars().number(each, 1, MOST_BACKOFF));
    return reader.complete()
        ? new SagaModel.Retry(Objects.requireNonNull(times), interval, backoff.doubleValue())
        : null;
  }
}

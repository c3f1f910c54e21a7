package io.eventwright.generator.load.system;

import io.eventwright.generator.load.document.Node;
import io.eventwright.generator.load.document.ObjectNode;
import io.eventwright.generator.load.document.StringNode;
import io.eventwright.generator.model.EventRef;
import io.eventwright.generator.model.SagaPath;
import io.eventwright.generator.model.SagaRetry;
import io.eventwright.generator.model.SagaStep;
import io.eventwright.generator.model.SagaStep.Named;
import io.eventwright.generator.model.source.Located;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/** Reads one step of a saga: a name, and what is done, which its keys tell. */
final class StepReader {

  /** Step Functions' own bound of a standard execution. */
  private static final Duration LONGEST = Duration.ofDays(365);

  private static final int MOST_AT_ONCE = 40;
  private static final int DEFAULT_AT_ONCE = 5;
  private static final int SMALLEST_TASK = 512;
  private static final int LARGEST_TASK = 30_720;
  private static final int MIB_STEPS = 1024;
  private static final Duration DEFAULT_CALLBACK = Duration.ofDays(1);

  private final PartReader parts;
  private final StepValues values;
  private final Map<String, BiFunction<Located<String>, Node, @Nullable SagaStep>> kinds =
      new LinkedHashMap<>();

  StepReader(PartReader parts) {
    this.parts = parts;
    values = new StepValues(parts);
    BlockReader blocks = new BlockReader(parts, this);
    kinds.put("parallel", blocks::parallel);
    kinds.put("choice", blocks::choice);
    kinds.put("map", blocks::map);
    kinds.put("wait", this::waits);
    kinds.put("approval", this::approval);
    kinds.put("saga", this::nested);
    kinds.put("publish", this::publish);
    kinds.put("put", this::put);
    kinds.put("send", this::send);
    kinds.put("task", this::task);
  }

  /** A worker's name, {@code point-of-no-return}, or a mapping of one entry. */
  @Nullable SagaStep read(Node node) {
    if (node instanceof StringNode text && text.value().equals(SagaStep.PointOfNoReturn.WORD)) {
      return new SagaStep.PointOfNoReturn(node.location());
    }
    if (node instanceof StringNode) {
      Located<String> worker = parts.scalars().name(node);
      return worker == null
          ? null
          : new SagaStep.Call(
              worker.value(),
              new Named(worker.value(), worker.location()),
              null,
              Map.of(),
              List.of(SagaRetry.DEFAULT),
              null,
              null,
              worker.location());
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
    Located<String> name = new Located<>(member.name(), member.nameLocation());
    boolean named = parts.scalars().isName(name);
    SagaStep step = body(name, member.value());
    return named ? step : null;
  }

  private @Nullable SagaStep body(Located<String> name, Node node) {
    if (node instanceof ObjectNode object) {
      for (var kind : kinds.entrySet()) {
        if (object.members().containsKey(kind.getKey())) {
          return kind.getValue().apply(name, node);
        }
      }
    }
    return call(name, node);
  }

  private @Nullable SagaStep call(Located<String> name, Node node) {
    SectionReader reader = SectionReader.of(node, Section.STEP, parts.found());
    if (reader == null) {
      return null;
    }
    Named worker = reader.getOr("worker", named(name), values::named);
    Named undo = reader.get("undo", values::named);
    var with = values.with(reader);
    List<SagaRetry> retry = values.retries(reader);
    Duration timeout = reader.get("timeout", this::duration);
    Located<EventRef> answer = reader.get("callback", parts.events()::reference);
    SagaPath by = reader.get("by", values::path);
    Duration heartbeat = reader.get("heartbeat", this::duration);
    if (!reader.complete()) {
      return null;
    }
    if (answer == null) {
      if (by != null || heartbeat != null) {
        parts.scalars().wrong(node, (by != null ? "by" : "heartbeat") + " only beside callback");
        return null;
      }
      return new SagaStep.Call(
          name.value(), worker, undo, with, retry, timeout, null, name.location());
    }
    return new SagaStep.Call(
        name.value(),
        worker,
        undo,
        with,
        retry,
        null,
        new SagaStep.Callback(
            answer.value(), by, timeout == null ? DEFAULT_CALLBACK : timeout, heartbeat),
        name.location());
  }

  private @Nullable SagaStep waits(Located<String> name, Node node) {
    SectionReader reader = SectionReader.of(node, Section.STEP_WAIT, parts.found());
    if (reader == null) {
      return null;
    }
    Node time = Objects.requireNonNull(((ObjectNode) node).get("wait"));
    boolean isPath = time instanceof StringNode text && text.value().contains(".");
    SagaPath until = isPath ? reader.get("wait", values::path) : null;
    Duration duration = isPath ? null : reader.get("wait", this::duration);
    return reader.complete()
        ? new SagaStep.Wait(name.value(), duration, until, name.location())
        : null;
  }

  private @Nullable SagaStep approval(Located<String> name, Node node) {
    SectionReader reader = SectionReader.of(node, Section.STEP_APPROVAL, parts.found());
    if (reader == null) {
      return null;
    }
    Located<EventRef> answer = reader.get("approval", parts.events()::reference);
    SagaPath by = reader.get("by", values::path);
    Duration timeout = reader.get("timeout", this::duration);
    return reader.complete()
        ? new SagaStep.Approval(
            name.value(),
            new SagaStep.Callback(
                Objects.requireNonNull(answer).value(), by, Objects.requireNonNull(timeout), null),
            name.location())
        : null;
  }

  private @Nullable SagaStep nested(Located<String> name, Node node) {
    SectionReader reader = SectionReader.of(node, Section.STEP_SAGA, parts.found());
    if (reader == null) {
      return null;
    }
    Named saga = reader.get("saga", values::named);
    Named undo = reader.get("undo", values::named);
    var with = values.with(reader);
    return reader.complete()
        ? new SagaStep.Nested(
            name.value(), Objects.requireNonNull(saga), undo, with, name.location())
        : null;
  }

  private @Nullable SagaStep publish(Located<String> name, Node node) {
    SectionReader reader = SectionReader.of(node, Section.STEP_PUBLISH, parts.found());
    if (reader == null) {
      return null;
    }
    Located<EventRef> event = reader.get("publish", parts.events()::reference);
    Named undo = reader.get("undo", values::named);
    var with = values.with(reader);
    return reader.complete()
        ? new SagaStep.Publish(
            name.value(), Objects.requireNonNull(event).value(), undo, with, name.location())
        : null;
  }

  private @Nullable SagaStep put(Located<String> name, Node node) {
    SectionReader reader = SectionReader.of(node, Section.STEP_PUT, parts.found());
    if (reader == null) {
      return null;
    }
    Named table = reader.get("put", values::named);
    SagaPath key = reader.get("key", values::path);
    Named undo = reader.get("undo", values::named);
    var with = values.with(reader);
    return reader.complete()
        ? new SagaStep.Put(
            name.value(),
            Objects.requireNonNull(table).value(),
            Objects.requireNonNull(key),
            undo,
            with,
            name.location())
        : null;
  }

  private @Nullable SagaStep send(Located<String> name, Node node) {
    SectionReader reader = SectionReader.of(node, Section.STEP_SEND, parts.found());
    if (reader == null) {
      return null;
    }
    Named queue = reader.get("send", values::named);
    Named undo = reader.get("undo", values::named);
    var with = values.with(reader);
    return reader.complete()
        ? new SagaStep.Send(
            name.value(), Objects.requireNonNull(queue).value(), undo, with, name.location())
        : null;
  }

  private @Nullable SagaStep task(Located<String> name, Node node) {
    SectionReader reader = SectionReader.of(node, Section.STEP_TASK, parts.found());
    if (reader == null) {
      return null;
    }
    Located<String> work = reader.get("task", parts::className);
    Located<EventRef> takes = reader.get("takes", parts.events()::reference);
    Located<EventRef> returns = reader.get("returns", parts.events()::reference);
    Integer memory = reader.getOr("memory", SagaStep.Task.DEFAULT_MEMORY, this::memory);
    Named undo = reader.get("undo", values::named);
    var with = values.with(reader);
    List<SagaRetry> retry = values.retries(reader);
    Duration timeout = reader.get("timeout", this::duration);
    return reader.complete()
        ? new SagaStep.Task(
            name.value(),
            new Named(parts.inPackage(Objects.requireNonNull(work)), work.location()),
            Objects.requireNonNull(takes).value(),
            returns == null ? null : returns.value(),
            memory,
            undo,
            with,
            retry,
            Objects.requireNonNull(timeout),
            name.location())
        : null;
  }

  /** What Fargate has, beside the right number of processors. */
  private @Nullable Integer memory(Node node) {
    Integer memory = parts.scalars().integer(node, SMALLEST_TASK, LARGEST_TASK);
    if (memory != null && memory != SMALLEST_TASK && memory % MIB_STEPS != 0) {
      parts.scalars().wrong(node, "512, or a multiple of 1024 up to 30720, in MiB");
      return null;
    }
    return memory;
  }

  /** Items at the same time, as the service bounds it for an inline map. */
  int atOnce(SectionReader reader) {
    return reader.getOr(
        "concurrency", DEFAULT_AT_ONCE, each -> parts.scalars().integer(each, 1, MOST_AT_ONCE));
  }

  private @Nullable Duration duration(Node node) {
    return parts.scalars().seconds(node, Duration.ofSeconds(1), LONGEST);
  }

  private static Named named(Located<String> name) {
    return new Named(name.value(), name.location());
  }
}

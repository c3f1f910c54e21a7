package io.eventwright.generator.emit.java.worker;

import com.palantir.javapoet.CodeBlock;
import io.eventwright.generator.emit.java.JavaNames;
import io.eventwright.generator.emit.java.JavadocText;
import io.eventwright.generator.emit.java.SystemJava;
import io.eventwright.generator.model.EventRef;
import io.eventwright.generator.model.Subscription;
import io.eventwright.generator.model.Trigger;
import io.eventwright.generator.model.WorkerModel;
import java.util.List;
import java.util.stream.Collectors;

/** What a worker's interface says about the worker, in sentences. */
record WorkerJavadoc(SystemJava java, WorkerModel worker) {

  CodeBlock ofInterface() {
    return JavadocText.of(task(), where(), needs(), contract(), implementedBy());
  }

  CodeBlock ofFold() {
    EventRef delivered = java.consumedBy(worker).delivered();
    return CodeBlock.builder()
        .add("Folds one more event into what the window holds for its group.\n\n")
        .add(JavadocText.param("soFar", "the fold of the events before it; null for the first"))
        .add(
            JavadocText.param(
                "event", described("validated", java.types().event(delivered).description())))
        .build();
  }

  private CodeBlock ofWindow() {
    return CodeBlock.builder()
        .add("Decides once a window and group; publishes the fold, if it is not overridden.\n\n")
        .add(JavadocText.param("event", "the fold, as if it were an event; its id is the window's"))
        .build();
  }

  CodeBlock ofDecide() {
    if (worker.foldsWindows()) {
      return ofWindow();
    }
    WorkerModel.EntityKey changes = worker.changes();
    CodeBlock.Builder javadoc = CodeBlock.builder();
    javadoc.add(changes == null ? "Handles one event.\n\n" : "Decides the next version.\n\n");
    javadoc.add(JavadocText.param("event", described("validated", description())));
    if (worker.trigger() instanceof Trigger.Bucket) {
      javadoc.add(JavadocText.param("content", "of the object, as it was put"));
    }
    if (changes != null) {
      javadoc.add(
          JavadocText.param(
              JavaNames.memberName(changes.entity()),
              described("as it is now", java.types().entity(changes.entity()).description())));
    }
    return javadoc.build();
  }

  private String description() {
    return startedOtherwise() ? "" : java.dataOf(worker).description();
  }

  /** By a time or an object, which is no event of a schema. */
  private boolean startedOtherwise() {
    return worker.trigger() != null && worker.subscription() == null;
  }

  private static String described(String how, String description) {
    return description.isBlank() ? how : how + ": " + description;
  }

  private String task() {
    if (startedOtherwise()) {
      String when =
          worker.trigger() instanceof Trigger.Schedule due
              ? "at {@code %s} in %s".formatted(due.expression(), due.zone())
              : "for each object put into {@code %s}"
                  .formatted(((Trigger.Bucket) worker.trigger()).bucket());
      return "The worker {@code %s} is called %s%s."
          .formatted(worker.name(), JavadocText.escape(when), emits());
    }
    Subscription consumed = java.consumedBy(worker);
    String event = code(consumed.delivered());
    if (worker.foldsWindows()) {
      return "The worker {@code %s} folds each %s of a window%s, group by group, and decides at the window's end%s."
          .formatted(worker.name(), event, older(consumed), emits());
    }
    WorkerModel.EntityKey changes = worker.changes();
    String decides =
        changes == null
            ? " handles an event"
            : " decides the next version of {@code %s}".formatted(changes.entity());
    String when =
        worker.subscription() != null
            ? " when %s arrives%s".formatted(event, older(consumed))
            : java.isOnlyRouted(worker)
                ? " while the caller of a route waits, who sends %s".formatted(event)
                : " as a step of the saga {@code %s}, which %s starts"
                    .formatted(java.servedBy(worker).name(), event);
    return "The worker {@code %s}%s%s%s.".formatted(worker.name(), decides, when, emits());
  }

  private static String older(Subscription consumed) {
    List<Integer> majors = consumed.majors();
    if (majors.size() == 1) {
      return "";
    }
    return " ("
        + majors.subList(0, majors.size() - 1).stream()
            .map(major -> code(new EventRef(consumed.event(), major)))
            .collect(Collectors.joining(", "))
        + (majors.size() == 2 ? " is upcast)" : " are upcast)");
  }

  private String emits() {
    return worker.emits().isEmpty()
        ? ""
        : ", and may publish "
            + worker.emits().stream().map(WorkerJavadoc::code).collect(Collectors.joining(", "));
  }

  private String where() {
    Subscription own = worker.subscription();
    return own == null || own.where().isEmpty()
        ? ""
        : "It sees only events of which this holds: "
            + own.where().stream()
                .map(ConditionText::of)
                .map(JavadocText::escape)
                .collect(Collectors.joining("; "))
            + ".";
  }

  private String needs() {
    return worker.needs().isEmpty()
        ? ""
        : "Of the event's data it is given "
            + worker.needs().stream()
                .map(path -> JavadocText.escape(String.join(".", path)))
                .collect(Collectors.joining(", "))
            + ", and nothing else.";
  }

  private String contract() {
    if (worker.foldsWindows()) {
      return "Its fold is a pure function of its arguments: when a batch fails, its events are"
          + " folded again into what was held before it. Of two deliveries of one event within a"
          + " window one is folded. A window's end is decided on once.";
    }
    return worker.uses().isEmpty()
        ? "It is a pure function of its arguments: the runtime may ask again for the same event,"
            + " when another change came first, and commits one answer in one transaction. What"
            + " a worker did besides would happen once more, or for an answer that is dropped."
        : "What it does outside goes through its dependencies: the same event may come again, so"
            + " each call carries the dependency's idempotency key, by which the callee knows a"
            + " repeated call.";
  }

  private String implementedBy() {
    return "Implemented by {@code %s}. One instance serves many threads."
        .formatted(worker.className());
  }

  private static String code(EventRef event) {
    return "{@code " + event.wireType() + "}";
  }
}

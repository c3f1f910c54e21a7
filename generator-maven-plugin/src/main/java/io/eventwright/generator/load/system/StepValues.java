package io.eventwright.generator.load.system;

import io.eventwright.generator.load.document.BooleanNode;
import io.eventwright.generator.load.document.Node;
import io.eventwright.generator.load.document.NumberNode;
import io.eventwright.generator.load.document.ObjectNode;
import io.eventwright.generator.load.document.StringNode;
import io.eventwright.generator.model.SagaPath;
import io.eventwright.generator.model.SagaRetry;
import io.eventwright.generator.model.SagaStep.Named;
import io.eventwright.generator.model.SagaValue;
import io.eventwright.generator.model.source.Located;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads what several kinds of steps share: paths, inputs, retries. */
final class StepValues {

  private static final Pattern PART = Pattern.compile("[A-Za-z_][A-Za-z0-9_-]*");
  private static final Pattern ERROR =
      Pattern.compile("unavailable|timeout|[A-Za-z_][\\w$]*(\\.[A-Za-z_][\\w$]*)+");
  private static final int MOST_RETRIES = 20;
  private static final int MOST_BACKOFF = 10;
  private static final Duration SECOND = Duration.ofSeconds(1);

  private final PartReader parts;

  StepValues(PartReader parts) {
    this.parts = parts;
  }

  @Nullable Named named(Node node) {
    Located<String> name = parts.scalars().name(node);
    return name == null ? null : new Named(name.value(), name.location());
  }

  @Nullable SagaPath path(Node node) {
    Located<String> text = parts.scalars().text(node);
    return text == null ? null : path(text);
  }

  @Nullable SagaPath path(Located<String> text) {
    List<String> names = List.of(text.value().split("\\.", -1));
    if (!names.stream().allMatch(each -> PART.matcher(each).matches())) {
      parts
          .found()
          .error(
              text.location(),
              "wrong-value",
              "Expected a path such as event.data.price or charge-wallet.amount, and found "
                  + Shown.of(text.value())
                  + ".");
      return null;
    }
    return new SagaPath(names, text.location());
  }

  /** {@code with}: fields, each filled from a path, or with a constant. */
  Map<String, SagaValue> with(SectionReader reader) {
    Map<String, SagaValue> values = new LinkedHashMap<>();
    reader.each(
        "with",
        (member, node) -> {
          SagaValue value = value(node);
          if (value == null) {
            reader.incomplete();
          } else {
            values.put(member.name(), value);
          }
        });
    return values;
  }

  private @Nullable SagaValue value(Node node) {
    if (node instanceof StringNode) {
      SagaPath path = path(node);
      return path == null ? null : new SagaValue.At(path);
    }
    if (node instanceof NumberNode number) {
      return new SagaValue.Constant(new BigDecimal(number.text()));
    }
    if (node instanceof BooleanNode truth) {
      return new SagaValue.Constant(truth.value());
    }
    if (node instanceof ObjectNode object
        && object.members().size() == 1
        && object.get("text") instanceof StringNode text) {
      return new SagaValue.Constant(text.value());
    }
    parts
        .scalars()
        .wrong(node, "a path such as event.data.price, a number, true, false, or { text: ... }");
    return null;
  }

  /**
   * One retry or a list of them. Only the last may be for all errors: the service takes no retry
   * after such a one, since it would never be reached.
   */
  List<SagaRetry> retries(SectionReader reader) {
    List<Node> forAll = new ArrayList<>();
    List<SagaRetry> retries =
        new ArrayList<>(
            reader.some(
                "retry",
                node -> {
                  SagaRetry retry = retry(node);
                  forAll.forEach(this::wrongPlace);
                  boolean wrong = !forAll.isEmpty();
                  forAll.clear();
                  if (retry != null && retry.errors().isEmpty()) {
                    forAll.add(node);
                  }
                  return wrong ? null : retry;
                }));
    if (retries.stream().noneMatch(each -> each.errors().isEmpty())) {
      retries.add(SagaRetry.DEFAULT);
    }
    return retries;
  }

  private void wrongPlace(Node node) {
    parts
        .found()
        .error(
            node.location(),
            "wrong-value",
            "This retry is for all errors, so the ones after it are never reached. Say what it is"
                + " for, such as for: [timeout], or let it be the last.");
  }

  private @Nullable SagaRetry retry(Node node) {
    SectionReader reader = SectionReader.of(node, Section.RETRY, parts.found());
    if (reader == null) {
      return null;
    }
    Integer times = reader.get("times", each -> parts.scalars().integer(each, 0, MOST_RETRIES));
    Duration interval =
        reader.getOr(
            "interval",
            SagaRetry.DEFAULT.interval(),
            each -> parts.scalars().seconds(each, SECOND, Duration.ofHours(1)));
    BigDecimal backoff =
        reader.getOr(
            "backoff",
            BigDecimal.valueOf(SagaRetry.DEFAULT.backoff()),
            each -> parts.scalars().number(each, 1, MOST_BACKOFF));
    Duration least = SagaRetry.DEFAULT.cap();
    Duration cap =
        reader.getOr(
            "cap",
            interval.compareTo(least) > 0 ? interval : least,
            each -> parts.scalars().seconds(each, interval, Duration.ofDays(1)));
    boolean jitter = reader.getOr("jitter", true, this::jitter);
    List<String> errors = reader.some("for", this::error);
    return reader.complete()
        ? new SagaRetry(
            Objects.requireNonNull(times), interval, backoff.doubleValue(), cap, jitter, errors)
        : null;
  }

  private @Nullable Boolean jitter(Node node) {
    if (node instanceof StringNode text
        && (text.value().equals("full") || text.value().equals("none"))) {
      return text.value().equals("full");
    }
    parts.scalars().wrong(node, "full or none");
    return null;
  }

  private @Nullable String error(Node node) {
    if (node instanceof StringNode text && ERROR.matcher(text.value()).matches()) {
      return text.value();
    }
    parts
        .scalars()
        .wrong(
            node,
            "unavailable, timeout, or the full name of an exception such as com.example.Busy");
    return null;
  }
}

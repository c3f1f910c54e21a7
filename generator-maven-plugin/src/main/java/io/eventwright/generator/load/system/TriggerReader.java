package io.eventwright.generator.load.system;

import io.eventwright.generator.load.document.Node;
import io.eventwright.generator.load.document.ObjectNode;
import io.eventwright.generator.model.source.ConditionSource;
import io.eventwright.generator.model.source.EventSelection;
import io.eventwright.generator.model.source.Located;
import io.eventwright.generator.model.source.SubscriptionSource;
import io.eventwright.generator.model.source.TriggerSource;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads {@code on} of a worker: an event, or a mapping that names something else. */
final class TriggerReader {

  private static final Pattern RATE =
      Pattern.compile("rate\\((1 (minute|hour|day)|([2-9]|[1-9]\\d{1,4}) (minutes|hours|days))\\)");
  private static final Pattern CRON = Pattern.compile("cron\\((\\S+ ){5}\\S+\\)");
  private static final int LONGEST_KEY = 1024;

  private final PartReader parts;

  TriggerReader(PartReader parts) {
    this.parts = parts;
  }

  @Nullable TriggerSource read(SectionReader worker) {
    List<ConditionSource> where =
        worker.getOr("where", List.of(), new WhereReader(parts.found())::read);
    TriggerSource trigger = worker.get("on", node -> trigger(node, where));
    if (trigger != null && trigger.subscription() == null && !where.isEmpty()) {
      parts
          .found()
          .error(
              where.get(0).path().location(),
              "where-without-event",
              "Conditions are on the fields of an event, and this worker waits for none. Remove"
                  + " where:.");
      worker.incomplete();
    }
    return trigger;
  }

  private @Nullable TriggerSource trigger(Node node, List<ConditionSource> where) {
    if (!(node instanceof ObjectNode object)) {
      Located<EventSelection> on = parts.events().selection(node);
      return on == null ? null : new TriggerSource.Events(new SubscriptionSource(on, where));
    }
    if (object.get("schedule") != null) {
      return schedule(object);
    }
    if (object.get("bucket") != null) {
      return bucket(object);
    }
    if (object.get("bus") != null) {
      return otherBus(object, where);
    }
    parts
        .scalars()
        .wrong(
            node,
            "an event such as order-placed@2, or a mapping with schedule:, bucket:, or bus: and"
                + " event:");
    return null;
  }

  private @Nullable TriggerSource schedule(ObjectNode object) {
    SectionReader reader = SectionReader.of(object, Section.ON_SCHEDULE, parts.found());
    if (reader == null) {
      return null;
    }
    Located<String> expression = reader.get("schedule", this::expression);
    String zone = reader.getOr("zone", "UTC", this::zone);
    return reader.complete()
        ? new TriggerSource.Schedule(Objects.requireNonNull(expression), zone)
        : null;
  }

  private @Nullable Located<String> expression(Node node) {
    Located<String> text = parts.scalars().text(node);
    if (text != null
        && !RATE.matcher(text.value()).matches()
        && !CRON.matcher(text.value()).matches()) {
      parts
          .scalars()
          .wrong(node, "a schedule such as rate(5 minutes), rate(1 hour) or cron(0 12 * * ? *)");
      return null;
    }
    return text;
  }

  private @Nullable String zone(Node node) {
    Located<String> text = parts.scalars().text(node);
    if (text == null) {
      return null;
    }
    try {
      // The list of zones grows with the JDK; only what is no zone at all is refused.
      return ZoneId.of(text.value()).getId();
    } catch (DateTimeException unknown) {
      parts.scalars().wrong(node, "a time zone such as Europe/Berlin");
      return null;
    }
  }

  private @Nullable TriggerSource bucket(ObjectNode object) {
    SectionReader reader = SectionReader.of(object, Section.ON_BUCKET, parts.found());
    if (reader == null) {
      return null;
    }
    Located<String> bucket = reader.get("bucket", parts.scalars()::name);
    String prefix = reader.getOr("prefix", "", this::keyPart);
    String suffix = reader.getOr("suffix", "", this::keyPart);
    return reader.complete()
        ? new TriggerSource.Bucket(Objects.requireNonNull(bucket), prefix, suffix)
        : null;
  }

  private @Nullable String keyPart(Node node) {
    Located<String> text = parts.scalars().text(node);
    if (text != null && text.value().length() > LONGEST_KEY) {
      parts.scalars().wrong(node, "at most " + LONGEST_KEY + " characters of an object's key");
      return null;
    }
    return text == null ? null : text.value();
  }

  private @Nullable TriggerSource otherBus(ObjectNode object, List<ConditionSource> where) {
    SectionReader reader = SectionReader.of(object, Section.ON_BUS, parts.found());
    if (reader == null) {
      return null;
    }
    Located<String> bus = reader.get("bus", parts.scalars()::name);
    Located<EventSelection> event = reader.get("event", parts.events()::selection);
    return reader.complete()
        ? new TriggerSource.OtherBus(
            Objects.requireNonNull(bus),
            new SubscriptionSource(Objects.requireNonNull(event), where))
        : null;
  }
}

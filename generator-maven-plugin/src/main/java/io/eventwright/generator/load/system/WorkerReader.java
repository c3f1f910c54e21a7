package io.eventwright.generator.load.system;

import io.eventwright.generator.load.document.Node;
import io.eventwright.generator.load.document.StringNode;
import io.eventwright.generator.model.Channel;
import io.eventwright.generator.model.EventRef;
import io.eventwright.generator.model.source.Located;
import io.eventwright.generator.model.source.SubscriptionSource;
import io.eventwright.generator.model.source.WorkerSource;
import java.time.Duration;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads one worker. */
final class WorkerReader {

  private static final Duration DEFAULT_TIMEOUT = Duration.ofSeconds(30);
  private static final Pattern KEY = Pattern.compile("(\\S+)\\s+by\\s+(\\S+)");

  private final PartReader parts;

  WorkerReader(PartReader parts) {
    this.parts = parts;
  }

  @Nullable WorkerSource read(Located<String> name, Node node) {
    SectionReader reader = SectionReader.of(node, Section.WORKER, parts.found());
    if (reader == null) {
      return null;
    }
    SubscriptionSource subscription = parts.subscription(reader);
    WorkerSource.Key changes = reader.get("changes", this::key);
    List<Located<EventRef>> emits = reader.list("emits", parts.events()::reference);
    List<Located<String>> uses = reader.list("uses", parts.scalars()::name);
    Channel channel = reader.getOr("via", Channel.QUEUE, this::channel);
    Duration timeout =
        reader.getOr(
            "timeout",
            DEFAULT_TIMEOUT,
            each ->
                parts.scalars().seconds(each, PartReader.LEAST_TIMEOUT, PartReader.MOST_TIMEOUT));
    Located<String> className = parts.className(reader, name, ClassNames.pascal(name.value()));
    return reader.complete()
        ? new WorkerSource(name, subscription, changes, emits, uses, channel, timeout, className)
        : null;
  }

  private WorkerSource.@Nullable Key key(Node node) {
    Matcher match = KEY.matcher(node instanceof StringNode string ? string.value() : "");
    if (!match.matches()) {
      parts.scalars().wrong(node, "an entity and its identifier, such as wallet by playerId");
      return null;
    }
    StringNode text = (StringNode) node;
    Located<String> entity = PartReader.within(text, match.start(1), match.group(1));
    return parts.scalars().isName(entity)
        ? new WorkerSource.Key(
            entity, parts.path(PartReader.within(text, match.start(2), match.group(2))))
        : null;
  }

  private @Nullable Channel channel(Node node) {
    if (node instanceof StringNode text && text.value().equals("queue")) {
      return Channel.QUEUE;
    }
    parts
        .found()
        .error(
            node.location(),
            "not-supported-yet",
            "This version feeds workers through a queue only. Write via: queue, or leave it out.");
    return null;
  }
}

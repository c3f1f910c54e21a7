package io.eventwright.generator.load.system;

import io.eventwright.generator.load.document.Node;
import io.eventwright.generator.load.document.StringNode;
import io.eventwright.generator.model.EventRef;
import io.eventwright.generator.model.Order;
import io.eventwright.generator.model.source.ConditionSource;
import io.eventwright.generator.model.source.FeedSource;
import io.eventwright.generator.model.source.Located;
import io.eventwright.generator.model.source.RequirementSource;
import io.eventwright.generator.model.source.TriggerSource;
import io.eventwright.generator.model.source.WorkerSource;
import java.time.Duration;
import java.util.ArrayList;
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
    TriggerSource trigger = new TriggerReader(parts).read(reader);
    List<Located<List<String>>> needs = reader.some("needs", parts::path);
    Located<EventRef> takes = reader.get("takes", parts.events()::reference);
    Located<EventRef> returns = reader.get("returns", parts.events()::reference);
    WorkerSource.Key changes = reader.get("changes", this::key);
    List<Located<EventRef>> emits = reader.list("emits", parts.events()::reference);
    List<Located<String>> uses = reader.list("uses", parts.scalars()::name);
    FeedSource feed = new ChannelReader(parts).readOr(reader, name.location());
    Located<Order> order =
        reader.getOr("order", new Located<>(Order.COMMUTATIVE, name.location()), this::order);
    List<RequirementSource> requires = requirements(reader, "requires");
    List<RequirementSource> ensures = requirements(reader, "ensures");
    Duration timeout =
        reader.getOr(
            "timeout",
            DEFAULT_TIMEOUT,
            each ->
                parts.scalars().seconds(each, PartReader.LEAST_TIMEOUT, PartReader.MOST_TIMEOUT));
    Located<String> className = parts.className(reader, name, ClassNames.pascal(name.value()));
    return reader.complete()
        ? new WorkerSource(
            name, trigger, takes, returns, changes, emits, uses, feed, order, needs, requires,
            ensures, timeout, className)
        : null;
  }

  /** A mapping from codes to conditions. */
  private List<RequirementSource> requirements(SectionReader reader, String key) {
    List<RequirementSource> all = new ArrayList<>();
    reader.each(
        key,
        (member, node) -> {
          Located<String> code = new Located<>(member.name(), member.nameLocation());
          List<ConditionSource> conditions = new WhereReader(parts.found()).read(node);
          if (parts.scalars().isName(code) && conditions != null) {
            all.add(new RequirementSource(code, conditions));
          }
        });
    return all;
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

  private @Nullable Located<Order> order(Node node) {
    for (Order order : Order.values()) {
      if (node instanceof StringNode text && text.value().equals(order.word())) {
        return new Located<>(order, node.location());
      }
    }
    parts.scalars().wrong(node, "commutative, latest-wins or strict");
    return null;
  }
}

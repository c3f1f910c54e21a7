package io.eventwright.generator.load.system;

import io.eventwright.generator.diagnostic.SourceLocation;
import io.eventwright.generator.diagnostic.Suggestion;
import io.eventwright.generator.load.document.Node;
import io.eventwright.generator.load.document.ObjectNode;
import io.eventwright.generator.load.document.StringNode;
import io.eventwright.generator.model.Channel;
import io.eventwright.generator.model.source.FeedSource;
import io.eventwright.generator.model.source.Located;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads {@code via}: a word, {@code fifo by playerId}, or a mapping with settings. */
final class ChannelReader {

  private static final Pattern SHORT = Pattern.compile("(\\S+)(?:\\s+by\\s+(\\S+))?");
  private static final List<String> WORDS = List.of("queue", "fifo", "stream", "fan-out", "direct");
  private static final List<String> GROUPED = List.of("fifo", "stream");

  /** Bounds of the services; see the dated file of quotas. */
  private static final int MOST_BATCHED = 10_000;

  private static final int MOST_UNBATCHED = 10;
  private static final Duration MOST_WINDOW = Duration.ofMinutes(5);

  private final PartReader parts;

  ChannelReader(PartReader parts) {
    this.parts = parts;
  }

  /** What {@code via} says; the default where there is none. */
  FeedSource readOr(SectionReader reader, SourceLocation otherwise) {
    return reader.getOr(
        "via", new FeedSource(new Located<>(Channel.queue(), otherwise), null, null), this::read);
  }

  private @Nullable FeedSource read(Node node) {
    if (node instanceof ObjectNode object) {
      return settings(object);
    }
    Matcher words = SHORT.matcher(node instanceof StringNode string ? string.value().strip() : "");
    if (!words.matches()) {
      parts.scalars().wrong(node, "a channel, such as queue, fifo by playerId, or a mapping");
      return null;
    }
    String word = known(node, words.group(1));
    if (word == null) {
      return null;
    }
    Located<List<String>> by =
        words.group(2) == null
            ? null
            : parts.path(PartReader.within((StringNode) node, words.start(2), words.group(2)));
    if (by != null && !GROUPED.contains(word)) {
      parts
          .scalars()
          .wrong(node, word + " alone: only " + String.join(" and ", GROUPED) + " are grouped by");
      return null;
    }
    return new FeedSource(new Located<>(plain(word), node.location()), by, null);
  }

  private @Nullable FeedSource settings(ObjectNode object) {
    Node channel = object.get("channel");
    if (channel == null) {
      // Reports the missing key, and unknown ones by the keys of the default.
      SectionReader.of(object, Section.VIA_QUEUE, parts.found());
      return null;
    }
    String word = channel instanceof StringNode text ? known(channel, text.value()) : null;
    if (word == null) {
      if (!(channel instanceof StringNode)) {
        parts.scalars().wrong(channel, "a channel: " + String.join(", ", WORDS));
      }
      return null;
    }
    ObjectNode open = ChannelSettings.open(word, object, parts.found());
    SectionReader reader = SectionReader.of(open, section(word), parts.found());
    if (reader == null) {
      return null;
    }
    if (open.members().size() < object.members().size()) {
      reader.incomplete();
    }
    Channel read = channel(word, reader);
    Located<List<String>> by = GROUPED.contains(word) ? reader.get("by", parts::path) : null;
    Located<Channel> draining = reader.get("draining", each -> draining(each, word));
    return reader.complete()
        ? new FeedSource(new Located<>(read, channel.location()), by, draining)
        : null;
  }

  private Channel channel(String word, SectionReader reader) {
    return switch (word) {
      case "fifo" -> new Channel.Fifo(List.of(), batching(reader, false, true));
      case "stream" ->
          new Channel.Stream(
              List.of(),
              reader.get("shards", each -> parts.scalars().integer(each, 1, 500)),
              reader.getOr("parallel", 1, each -> parts.scalars().integer(each, 1, 10)),
              reader.get(
                  "tumbling",
                  each ->
                      parts.scalars().seconds(each, Duration.ofSeconds(1), Duration.ofMinutes(15))),
              batching(reader, true, false));
      case "fan-out" -> new Channel.FanOut(batching(reader, true, true));
      case "direct" ->
          new Channel.Direct(
              reader.getOr(
                  "attempts", DIRECT.attempts(), each -> parts.scalars().integer(each, 1, 3)),
              reader.getOr(
                  "age",
                  DIRECT.age(),
                  each ->
                      parts.scalars().seconds(each, Duration.ofMinutes(1), Duration.ofHours(6))));
      default -> new Channel.Queue(batching(reader, true, true));
    };
  }

  private Channel.Batching batching(
      SectionReader reader, boolean withWindow, boolean withConcurrency) {
    Duration window =
        withWindow
            ? reader.get(
                "window", each -> parts.scalars().seconds(each, Duration.ZERO, MOST_WINDOW))
            : null;
    Integer size =
        reader.get(
            "batch",
            each -> parts.scalars().integer(each, 1, withWindow ? MOST_BATCHED : MOST_UNBATCHED));
    Integer concurrency =
        withConcurrency
            ? reader.get("concurrency", each -> parts.scalars().integer(each, 2, 1000))
            : null;
    return new Channel.Batching(size, window, concurrency);
  }

  private @Nullable Located<Channel> draining(Node node, String current) {
    String word = node instanceof StringNode text ? known(node, text.value()) : null;
    if (word == null) {
      if (!(node instanceof StringNode)) {
        parts.scalars().wrong(node, "the channel of the release before, such as queue");
      }
      return null;
    }
    if (word.equals(current) || word.equals("direct")) {
      parts
          .scalars()
          .wrong(
              node,
              word.equals("direct")
                  ? "a channel that keeps events; direct keeps none, so nothing drains"
                  : "another channel than " + current + ": it is what the release before had");
      return null;
    }
    return new Located<>(plain(word), node.location());
  }

  private @Nullable String known(Node node, String word) {
    if (WORDS.contains(word)) {
      return word;
    }
    parts
        .found()
        .error(
            node.location(),
            "unknown-channel",
            "There is no channel "
                + Shown.of(word)
                + "."
                + Suggestion.didYouMean(word, WORDS)
                + " The channels are: "
                + String.join(", ", WORDS)
                + ".");
    return null;
  }

  private static final Channel.Direct DIRECT = new Channel.Direct(3, Duration.ofHours(1));

  private static final Map<String, Section> SECTIONS =
      Map.of(
          "queue", Section.VIA_QUEUE,
          "fifo", Section.VIA_FIFO,
          "stream", Section.VIA_STREAM,
          "fan-out", Section.VIA_FAN_OUT,
          "direct", Section.VIA_DIRECT);

  private static Section section(String word) {
    return SECTIONS.getOrDefault(word, Section.VIA_QUEUE);
  }

  private static Channel plain(String word) {
    return switch (word) {
      case "fifo" -> new Channel.Fifo(List.of(), Channel.Batching.DERIVED);
      case "stream" -> new Channel.Stream(List.of(), null, 1, null, Channel.Batching.DERIVED);
      case "fan-out" -> new Channel.FanOut(Channel.Batching.DERIVED);
      case "direct" -> DIRECT;
      default -> Channel.queue();
    };
  }
}

package io.eventwright.generator.load.system;

import io.eventwright.generator.load.document.ArrayNode;
import io.eventwright.generator.load.document.Node;
import io.eventwright.generator.load.document.ObjectNode;
import io.eventwright.generator.load.document.StringNode;
import io.eventwright.generator.model.ApiModel;
import io.eventwright.generator.model.source.Located;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads {@code cors}: an origin, some of them, or a mapping with {@code origins} and settings. */
final class CorsReader {

  /**
   * As a browser writes it: nothing after the port, no port that the scheme has anyway, and without
   * TLS on one's own machine only.
   */
  private static final Pattern ORIGIN =
      Pattern.compile(
          "https://[a-z0-9-]+(\\.[a-z0-9-]+)*(:(?!443$)[1-9]\\d{0,4})?"
              + "|http://(localhost|127\\.0\\.0\\.1)(:(?!80$)[1-9]\\d{0,4})?");

  private static final Pattern HEADER = Pattern.compile("[A-Za-z0-9][A-Za-z0-9-]{0,63}");

  /**
   * Each is asked about before the first call of a page, so not each time; a change is seen soon.
   */
  private static final Duration AGE = Duration.ofHours(1);

  private static final Duration MOST_AGE = Duration.ofDays(1);

  private final PartReader parts;

  CorsReader(PartReader parts) {
    this.parts = parts;
  }

  @Nullable Located<ApiModel.Cors> read(Node node) {
    if (!(node instanceof ObjectNode)
        && !(node instanceof ArrayNode)
        && !(node instanceof StringNode)) {
      parts.scalars().wrong(node, "an origin such as https://play.example.com, or a mapping");
      return null;
    }
    SectionReader reader =
        SectionReader.of(
            node instanceof ObjectNode
                ? node
                : new ObjectNode(
                    node.location(),
                    Map.of("origins", new ObjectNode.Member("origins", node.location(), node))),
            Section.CORS,
            parts.found());
    if (reader == null) {
      return null;
    }
    List<Located<String>> origins = reader.some("origins", this::origin);
    List<Located<String>> headers = reader.list("headers", this::header);
    boolean credentials = reader.getOr("credentials", false, parts.scalars()::flag);
    Duration age =
        reader.getOr("age", AGE, each -> parts.scalars().seconds(each, Duration.ZERO, MOST_AGE));
    if (!reader.complete() || onlyOne(origins)) {
      return null;
    }
    return new Located<>(
        new ApiModel.Cors(
            origins.stream().map(Located::value).distinct().toList(),
            headers.stream().map(Located::value).distinct().toList(),
            credentials,
            age),
        node.location());
  }

  /** Whether a star stands beside others, which it makes pointless. */
  private boolean onlyOne(List<Located<String>> origins) {
    for (Located<String> origin : origins) {
      if (origins.size() > 1 && origin.value().equals(ApiModel.Cors.ANY)) {
        parts
            .scalars()
            .wrong(
                new StringNode(origin.location(), origin.value()),
                "origins by name, since beside * no other matters");
        return true;
      }
    }
    return false;
  }

  private @Nullable Located<String> origin(Node node) {
    Located<String> text = parts.scalars().text(node);
    if (text == null
        || text.value().equals(ApiModel.Cors.ANY)
        || ORIGIN.matcher(text.value()).matches()) {
      return text;
    }
    parts
        .scalars()
        .wrong(
            node,
            "an origin as a browser writes it, such as https://play.example.com,"
                + " http://localhost:5173 or \"*\": scheme, host in lower case and a port that is not"
                + " the usual one, nothing after them, and http for one's own machine only");
    return null;
  }

  private @Nullable Located<String> header(Node node) {
    Located<String> text = parts.scalars().text(node);
    if (text != null && !HEADER.matcher(text.value()).matches()) {
      parts.scalars().wrong(node, "the name of a header, such as x-app-version");
      return null;
    }
    return text == null
        ? null
        : new Located<>(text.value().toLowerCase(Locale.ROOT), text.location());
  }
}

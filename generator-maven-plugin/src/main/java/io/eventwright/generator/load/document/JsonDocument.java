package io.eventwright.generator.load.document;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import io.eventwright.generator.diagnostic.Diagnostics;
import io.eventwright.generator.diagnostic.SourceLocation;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads JSON (RFC 8259) into nodes. */
final class JsonDocument {

  private static final JsonFactory FACTORY =
      JsonFactory.builder()
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxNestingDepth(DocumentLimits.MAX_DEPTH)
                  .maxStringLength(DocumentLimits.MAX_LENGTH)
                  .maxNameLength(50_000)
                  .maxNumberLength(1_000)
                  .build())
          .build();

  private final String file;
  private final JsonParser parser;
  private final Diagnostics found;

  private JsonDocument(String file, JsonParser parser, Diagnostics found) {
    this.file = file;
    this.parser = parser;
    this.found = found;
  }

  static @Nullable Node read(String file, String text, Diagnostics found) {
    try (JsonParser parser = FACTORY.createParser(text)) {
      JsonDocument document = new JsonDocument(file, parser, found);
      JsonToken first = parser.nextToken();
      if (first == null) {
        found.error(SourceLocation.ofFile(file), "invalid-json", "The file is empty.");
        return null;
      }
      Node root = document.node(first);
      if (parser.nextToken() != null) {
        found.error(
            document.here(),
            "invalid-json",
            "There is more after the end of the JSON value. Remove it.");
      }
      return root;
    } catch (JsonProcessingException e) {
      JsonLocation at = e.getLocation();
      SourceLocation location =
          at == null || at.getLineNr() < 1
              ? SourceLocation.ofFile(file)
              : new SourceLocation(file, at.getLineNr(), Math.max(1, at.getColumnNr()));
      found.error(location, "invalid-json", "This is not JSON: " + e.getOriginalMessage() + ".");
      return null;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Node node(JsonToken token) throws IOException {
    SourceLocation location = here();
    return switch (token) {
      case START_OBJECT -> object(location);
      case START_ARRAY -> array(location);
      case VALUE_STRING -> string(location);
      case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> new NumberNode(location, parser.getText());
      case VALUE_TRUE -> new BooleanNode(location, true);
      case VALUE_FALSE -> new BooleanNode(location, false);
      case VALUE_NULL -> new NullNode(location);
      default -> throw new IllegalStateException("not the start of a value: " + token);
    };
  }

  private Node string(SourceLocation location) throws IOException {
    String text = parser.getText();
    Surrogates.check(text, location, found);
    return new StringNode(location, text);
  }

  private Node object(SourceLocation location) throws IOException {
    Map<String, ObjectNode.Member> members = new LinkedHashMap<>();
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      String name = parser.currentName();
      SourceLocation nameLocation = here();
      Surrogates.check(name, nameLocation, found);
      Node value = node(parser.nextToken());
      ObjectNode.Member first =
          members.putIfAbsent(name, new ObjectNode.Member(name, nameLocation, value));
      if (first != null) {
        found.error(
            nameLocation,
            "duplicate-key",
            "The key "
                + name
                + " is already given at "
                + first.nameLocation()
                + ". Remove one of them.");
      }
    }
    return new ObjectNode(location, members);
  }

  private Node array(SourceLocation location) throws IOException {
    List<Node> items = new ArrayList<>();
    for (JsonToken token = parser.nextToken();
        token != JsonToken.END_ARRAY;
        token = parser.nextToken()) {
      items.add(node(token));
    }
    return new ArrayNode(location, items);
  }

  private SourceLocation here() {
    JsonLocation at = parser.currentTokenLocation();
    return new SourceLocation(file, at.getLineNr(), at.getColumnNr());
  }
}

package io.eventwright.generator.load.document;

import io.eventwright.generator.diagnostic.Diagnostics;
import io.eventwright.generator.diagnostic.SourceLocation;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.MappingStartEvent;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.events.SequenceStartEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.schema.CoreSchema;

/**
 * Reads YAML 1.2 (core schema) into nodes, from the parser's events: so an alias is a value that is
 * already built, and what it would grow to is counted before it is taken.
 */
final class YamlDocument {

  private static final String RULE = "invalid-yaml";

  /** A value and how many values are in it, itself included. */
  private record Sized(Node node, int size) {}

  /** Ends reading when going on makes no sense; the diagnostic is already reported. */
  private static final class Stop extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Stop() {
      super("reading stopped", null, false, false);
    }
  }

  private final String file;
  private final Iterator<Event> events;
  private final Diagnostics found;
  private final YamlScalars scalars;
  private final boolean shortForms;
  private final Map<String, Sized> anchors = new HashMap<>();
  private int nodes;
  private int depth;

  private YamlDocument(String file, Iterator<Event> events, boolean shortForms, Diagnostics found) {
    this.file = file;
    this.events = events;
    this.shortForms = shortForms;
    this.found = found;
    this.scalars = new YamlScalars(found);
  }

  static @Nullable Node read(String file, String text, Diagnostics found) {
    return read(file, text, false, found);
  }

  /**
   * Reads it as CloudFormation does: {@code !Ref X} is the object {@code Ref: X}, and {@code !Sub}
   * and its like are {@code Fn::Sub} and so on.
   */
  static @Nullable Node readTemplate(String file, String text, Diagnostics found) {
    return read(file, text, true, found);
  }

  private static @Nullable Node read(
      String file, String text, boolean shortForms, Diagnostics found) {
    LoadSettings settings =
        LoadSettings.builder()
            .setLabel(file)
            .setSchema(new CoreSchema())
            .setCodePointLimit(DocumentLimits.MAX_LENGTH)
            .build();
    try {
      return new YamlDocument(
              file, new Parse(settings).parseString(text).iterator(), shortForms, found)
          .root();
    } catch (MarkedYamlEngineException e) {
      String problem = e.getProblem() == null ? "it cannot be read" : e.getProblem();
      String context = e.getContext() == null ? "" : " (" + e.getContext() + ")";
      found.error(
          at(file, e.getProblemMark()), RULE, "This is not YAML: " + problem + context + ".");
    } catch (Stop e) {
      // Already reported.
    } catch (YamlEngineException e) {
      found.error(
          SourceLocation.ofFile(file),
          RULE,
          "This is not YAML: " + String.valueOf(e.getMessage()).strip());
    }
    return null;
  }

  private Node root() {
    Node root = null;
    while (events.hasNext()) {
      Event event = events.next();
      switch (event.getEventId()) {
        case Alias, Scalar, SequenceStart, MappingStart -> {
          if (root != null) {
            found.error(
                at(event), RULE, "The file holds a second document. Keep one document in a file.");
            throw new Stop();
          }
          root = value(event).node();
        }
        default -> {
          // Marks of a stream's and a document's start and end carry no value.
        }
      }
    }
    if (root == null) {
      found.error(SourceLocation.ofFile(file), RULE, "The file is empty.");
      throw new Stop();
    }
    return root;
  }

  private Sized value(Event event) {
    if (event instanceof AliasEvent alias) {
      Sized target = anchors.get(alias.getAlias().getValue());
      if (target == null) {
        throw stop(
            event, "The alias *" + alias.getAlias().getValue() + " names no anchor before it.");
      }
      count(event, target.size());
      return target;
    }
    int before = nodes;
    count(event, 1);
    Node node;
    String function = function(event);
    if (event instanceof ScalarEvent scalar) {
      Surrogates.check(scalar.getValue(), at(event), found);
      node =
          function == null
              ? scalars.node(scalar, at(event))
              : new StringNode(at(event), scalar.getValue());
    } else {
      if (++depth > DocumentLimits.MAX_DEPTH) {
        throw stop(event, "More than " + DocumentLimits.MAX_DEPTH + " levels are nested here.");
      }
      node =
          event instanceof SequenceStartEvent sequence
              ? array(sequence)
              : object((MappingStartEvent) event);
      depth--;
    }
    if (function != null) {
      node =
          new ObjectNode(
              at(event), Map.of(function, new ObjectNode.Member(function, at(event), node)));
    }
    Sized result = new Sized(node, nodes - before);
    ((NodeEvent) event).getAnchor().ifPresent(anchor -> anchors.put(anchor.getValue(), result));
    return result;
  }

  /** The name of the function that a tag is short for; null when it is none. */
  private @Nullable String function(Event event) {
    Optional<String> tag =
        event instanceof ScalarEvent scalar
            ? scalar.getTag()
            : ((CollectionStartEvent) event).getTag();
    if (!shortForms || tag.isEmpty() || !tag.get().matches("![A-Z][A-Za-z0-9]*")) {
      return null;
    }
    String name = tag.get().substring(1);
    return name.equals("Ref") || name.equals("Condition") ? name : "Fn::" + name;
  }

  private Node array(SequenceStartEvent start) {
    if (function(start) == null) {
      scalars.refuseForeignTag(start.getTag(), "tag:yaml.org,2002:seq", at(start));
    }
    List<Node> items = new ArrayList<>();
    for (Event next = events.next();
        next.getEventId() != Event.ID.SequenceEnd;
        next = events.next()) {
      items.add(value(next).node());
    }
    return new ArrayNode(at(start), items);
  }

  private Node object(MappingStartEvent start) {
    if (function(start) == null) {
      scalars.refuseForeignTag(start.getTag(), "tag:yaml.org,2002:map", at(start));
    }
    Map<String, ObjectNode.Member> members = new LinkedHashMap<>();
    for (Event key = events.next(); key.getEventId() != Event.ID.MappingEnd; key = events.next()) {
      SourceLocation nameLocation = at(key);
      String name = name(key);
      Node value = value(events.next()).node();
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
    return new ObjectNode(at(start), members);
  }

  /** A key is its text: {@code on}, {@code true} and {@code 1} are names like any other. */
  private String name(Event key) {
    if (key instanceof ScalarEvent scalar) {
      count(key, 1);
      Surrogates.check(scalar.getValue(), at(key), found);
      return scalar.getValue();
    }
    if (value(key).node() instanceof StringNode string) {
      return string.value();
    }
    throw stop(key, "A key must be a plain word or a string.");
  }

  private void count(Event event, int more) {
    nodes += more;
    if (nodes > DocumentLimits.MAX_NODES) {
      throw stop(event, "The document grows beyond " + DocumentLimits.MAX_NODES + " values here.");
    }
  }

  private Stop stop(Event event, String message) {
    found.error(at(event), RULE, message);
    return new Stop();
  }

  private SourceLocation at(Event event) {
    return at(file, event.getStartMark());
  }

  private static SourceLocation at(String file, Optional<Mark> mark) {
    return mark.map(m -> new SourceLocation(file, m.getLine() + 1, m.getColumn() + 1))
        .orElseGet(() -> SourceLocation.ofFile(file));
  }
}

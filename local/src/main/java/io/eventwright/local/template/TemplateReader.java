package io.eventwright.local.template;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.common.ScalarStyle;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/**
 * Reads YAML or JSON into maps, lists and scalars. CloudFormation's short tags become their long
 * form, so that {@code !Sub x} and {@code Fn::Sub: x} are one thing to everybody after this class.
 */
final class TemplateReader {

  private static final int DEEPEST = 100;

  private final Problems problems;
  private final Map<String, Position> positions = new LinkedHashMap<>();

  TemplateReader(Problems problems) {
    this.problems = problems;
  }

  Template read(String text) {
    LoadSettings settings = LoadSettings.builder().setAllowDuplicateKeys(true).build();
    Optional<Node> root;
    try {
      root = new Compose(settings).composeString(text);
    } catch (MarkedYamlEngineException e) {
      Position position =
          e.getProblemMark()
              .map(mark -> new Position(mark.getLine() + 1, mark.getColumn() + 1))
              .orElse(Position.START);
      problems.add(position, "not-yaml", e.getProblem());
      return new Template(Map.of(), positions);
    }
    if (root.isPresent() && convert(root.get(), "", 0) instanceof Map<?, ?> map) {
      return new Template(Template.asMap(map), positions);
    }
    problems.add(Position.START, "not-a-template", "A template is a mapping with Resources.");
    return new Template(Map.of(), positions);
  }

  private @Nullable Object convert(Node node, String path, int depth) {
    positions.put(path, position(node));
    if (depth > DEEPEST) {
      problems.add(position(node), "too-deep", "Nested deeper than " + DEEPEST + " levels.");
      return null;
    }
    String tag = node.getTag().getValue();
    if (tag.startsWith("!")) {
      return shortForm(tag.substring(1), node, path, depth);
    }
    return plain(node, path, depth);
  }

  private @Nullable Object plain(Node node, String path, int depth) {
    if (node instanceof MappingNode mapping) {
      return mapping(mapping, path, depth);
    }
    if (node instanceof SequenceNode sequence) {
      List<@Nullable Object> items = new ArrayList<>();
      for (Node item : sequence.getValue()) {
        items.add(convert(item, path + "/" + items.size(), depth + 1));
      }
      return items;
    }
    return scalar((ScalarNode) node);
  }

  private Map<String, @Nullable Object> mapping(MappingNode mapping, String path, int depth) {
    Map<String, @Nullable Object> entries = new LinkedHashMap<>();
    for (NodeTuple tuple : mapping.getValue()) {
      if (!(tuple.getKeyNode() instanceof ScalarNode keyNode)) {
        problems.add(position(tuple.getKeyNode()), "key-not-text", "A key must be a text.");
        continue;
      }
      String key = keyNode.getValue();
      String child = path.isEmpty() ? key : path + "/" + key;
      if (entries.containsKey(key)) {
        problems.add(position(keyNode), "duplicate-key", "The key " + key + " stands here twice.");
      }
      entries.put(key, convert(tuple.getValueNode(), child, depth + 1));
      // A problem with a property is best shown at its key.
      positions.put(child, position(keyNode));
    }
    return entries;
  }

  private Map<String, @Nullable Object> shortForm(
      String function, Node node, String path, int depth) {
    String name =
        function.equals("Ref") || function.equals("Condition") ? function : "Fn::" + function;
    Object argument;
    if (node instanceof ScalarNode scalar) {
      argument = scalar.getValue();
      if (function.equals("GetAtt") && scalar.getValue().contains(".")) {
        int dot = scalar.getValue().indexOf('.');
        argument =
            List.of(scalar.getValue().substring(0, dot), scalar.getValue().substring(dot + 1));
      }
    } else {
      argument = plain(node, path + "/" + name, depth + 1);
    }
    Map<String, @Nullable Object> call = new LinkedHashMap<>();
    call.put(name, argument);
    return call;
  }

  private static @Nullable Object scalar(ScalarNode node) {
    String text = node.getValue();
    if (node.getScalarStyle() != ScalarStyle.PLAIN) {
      return text;
    }
    Tag tag = node.getTag();
    if (tag.equals(Tag.NULL)) {
      return null;
    }
    if (tag.equals(Tag.BOOL)) {
      return Boolean.valueOf(text);
    }
    if (tag.equals(Tag.INT)) {
      return text.length() < 18 ? (Object) Long.valueOf(text) : text;
    }
    if (tag.equals(Tag.FLOAT)) {
      try {
        return Double.valueOf(text);
      } catch (NumberFormatException e) {
        return text; // .inf and .nan mean nothing to CloudFormation
      }
    }
    return text;
  }

  private static Position position(Node node) {
    return node.getStartMark()
        .map(mark -> new Position(mark.getLine() + 1, mark.getColumn() + 1))
        .orElse(Position.START);
  }
}

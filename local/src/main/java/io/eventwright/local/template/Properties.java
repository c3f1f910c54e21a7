package io.eventwright.local.template;

import com.fasterxml.jackson.databind.JsonNode;
import io.eventwright.local.json.Json;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The properties of a resource, or a part of them, that know which of them were read. What nobody
 * read would be ignored, and {@link #finish} makes a problem of it.
 */
public final class Properties {

  private final String owner;
  private final String path;
  private final Map<String, @Nullable Object> values;
  private final Template template;
  private final Problems problems;
  private final Set<String> read = new HashSet<>();
  private final List<Properties> parts = new ArrayList<>();

  Properties(
      String owner,
      String path,
      Map<String, @Nullable Object> values,
      Template template,
      Problems problems) {
    this.owner = owner;
    this.path = path;
    this.values = values;
    this.template = template;
    this.problems = problems;
  }

  /** Whether the property is there; does not count as reading it. */
  public boolean has(String name) {
    return values.get(name) != null;
  }

  /** A text; a number or boolean as its text. */
  public @Nullable String text(String name) {
    Object value = take(name);
    if (value == null) {
      return null;
    }
    if (value instanceof Map || value instanceof List) {
      problem(name, "wrong-type", "must be a text");
      return null;
    }
    return String.valueOf(value);
  }

  /** A text, or the default. */
  public String text(String name, String otherwise) {
    String text = text(name);
    return text == null ? otherwise : text;
  }

  /** A text that must be there; notes a problem and gives an empty one if it is not. */
  public String requiredText(String name) {
    String text = text(name);
    if (text == null) {
      problem(name, "missing-property", "is required");
      return "";
    }
    return text;
  }

  /** A whole number, or the default. */
  public int number(String name, int otherwise) {
    Object value = take(name);
    if (value == null) {
      return otherwise;
    }
    try {
      return Integer.parseInt(String.valueOf(value));
    } catch (NumberFormatException e) {
      problem(name, "wrong-type", "must be a whole number, not " + value);
      return otherwise;
    }
  }

  /** True or false, or the default. */
  public boolean flag(String name, boolean otherwise) {
    Object value = take(name);
    return value == null ? otherwise : Boolean.parseBoolean(String.valueOf(value));
  }

  /** A nested object; empty if it is not there. */
  public Properties part(String name) {
    Object value = take(name);
    if (value != null && !(value instanceof Map)) {
      problem(name, "wrong-type", "must be a mapping");
    }
    return part(path + "/" + name, value);
  }

  /** A list of nested objects; empty if it is not there. */
  public List<Properties> parts(String name) {
    List<Properties> items = new ArrayList<>();
    for (Object item : items(name)) {
      items.add(part(path + "/" + name + "/" + items.size(), item));
    }
    return items;
  }

  /** A list of texts; a single text is a list of one. */
  public List<String> texts(String name) {
    return items(name).stream().map(String::valueOf).toList();
  }

  private List<?> items(String name) {
    Object value = take(name);
    if (value == null) {
      return List.of();
    }
    return value instanceof List<?> list ? list : List.of(value);
  }

  private Properties part(String at, @Nullable Object value) {
    Map<String, @Nullable Object> nested =
        value instanceof Map<?, ?> map ? Template.asMap(map) : Map.of();
    Properties part = new Properties(owner, at, nested, template, problems);
    parts.add(part);
    return part;
  }

  /** A whole subtree as JSON, such as a policy or a pattern; null if it is not there. */
  public @Nullable JsonNode tree(String name) {
    Object value = take(name);
    return value == null ? null : Json.toTree(value);
  }

  /** Every name that is set here, all counted as read. */
  public Map<String, @Nullable Object> all() {
    read.addAll(values.keySet());
    return values;
  }

  /** These are right to have and change nothing on one machine. */
  public Properties without(String... names) {
    read.addAll(List.of(names));
    return this;
  }

  /** Notes a problem with a property of this object. */
  public void problem(String name, String rule, String text) {
    String place = path.substring(path.indexOf("Properties") + "Properties".length());
    String full = (place.isEmpty() ? "" : place.substring(1).replace('/', '.') + ".") + name;
    problems.add(template.position(path + "/" + name), rule, owner + ": " + full + " " + text);
  }

  /** Ends reading: each property that nobody asked for is a problem. */
  public void finish() {
    for (String name : values.keySet()) {
      if (!read.contains(name) && values.get(name) != null) {
        problem(
            name,
            "unsupported-property",
            "is not known to the local cloud, and ignoring it could hide a difference to AWS");
      }
    }
    parts.forEach(Properties::finish);
  }

  private @Nullable Object take(String name) {
    read.add(name);
    return values.get(name);
  }
}

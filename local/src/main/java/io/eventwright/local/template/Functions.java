package io.eventwright.local.template;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** CloudFormation's intrinsic functions (AWS CloudFormation, "Intrinsic function reference"). */
final class Functions {

  /** What {@code AWS::NoValue} stands for until its owner leaves it out. */
  static final Object NO_VALUE = new Object();

  private static final Pattern VARIABLE = Pattern.compile("\\$\\{(!?)([^}]*)}");

  private final References references;
  private final Map<String, Function<Object, @Nullable Object>> byName = new LinkedHashMap<>();

  Functions(References references) {
    this.references = references;
    byName.put("Ref", argument -> references.ref(text(argument)));
    byName.put("Fn::GetAtt", this::attribute);
    byName.put("Fn::Sub", this::substitute);
    byName.put("Fn::Join", this::join);
    byName.put("Fn::Select", this::select);
    byName.put("Fn::Split", this::split);
    byName.put("Fn::FindInMap", this::findInMap);
    byName.put("Fn::If", this::choose);
    byName.put("Condition", argument -> references.condition(text(argument)));
    byName.put("Fn::Equals", argument -> equal(list(argument, 2)));
    byName.put("Fn::Not", argument -> !truth(list(argument, 1).get(0)));
    byName.put("Fn::And", argument -> list(argument).stream().allMatch(Functions::truth));
    byName.put("Fn::Or", argument -> list(argument).stream().anyMatch(Functions::truth));
    byName.put("Fn::Base64", Functions::base64);
  }

  /** Evaluates a value with everything in it. */
  @Nullable Object evaluate(@Nullable Object value) {
    if (value instanceof Map<?, ?> map) {
      if (map.size() == 1) {
        String name = String.valueOf(map.keySet().iterator().next());
        Object argument = map.values().iterator().next();
        if (isCall(name, argument)) {
          return call(name, argument);
        }
      }
      return mapping(map);
    }
    if (value instanceof List<?> list) {
      List<@Nullable Object> items = new ArrayList<>();
      for (Object item : list) {
        Object evaluated = evaluate(item);
        if (evaluated != NO_VALUE) {
          items.add(evaluated);
        }
      }
      return items;
    }
    return value;
  }

  private Map<String, @Nullable Object> mapping(Map<?, ?> map) {
    Map<String, @Nullable Object> entries = new LinkedHashMap<>();
    map.forEach(
        (key, item) -> {
          Object evaluated = evaluate(item);
          if (evaluated != NO_VALUE) {
            entries.put(String.valueOf(key), evaluated);
          }
        });
    return entries;
  }

  /** A policy's {@code Condition} is a mapping, a condition's name is a text. */
  private static boolean isCall(String name, @Nullable Object argument) {
    return name.startsWith("Fn::")
        || name.equals("Ref")
        || (name.equals("Condition") && argument instanceof String);
  }

  private @Nullable Object call(String name, @Nullable Object argument) {
    Function<Object, @Nullable Object> function = byName.get(name);
    if (function == null) {
      throw new EvaluationException(name + " is not supported; known are " + byName.keySet());
    }
    // Only the chosen side of Fn::If may be evaluated: the other may refer to what is not there.
    Object ready = name.equals("Fn::If") ? argument : evaluate(argument);
    if (ready == null) {
      throw new EvaluationException(name + " has no argument");
    }
    return function.apply(ready);
  }

  private Object attribute(Object argument) {
    if (argument instanceof String text && text.contains(".")) {
      int dot = text.indexOf('.');
      return references.attribute(text.substring(0, dot), text.substring(dot + 1));
    }
    List<?> parts = list(argument, 2);
    return references.attribute(text(parts.get(0)), text(parts.get(1)));
  }

  private String substitute(Object argument) {
    Map<?, ?> own = Map.of();
    Object template = argument;
    if (argument instanceof List<?> list
        && list.size() == 2
        && list.get(1) instanceof Map<?, ?> m) {
      template = list.get(0);
      own = m;
    }
    Matcher matcher = VARIABLE.matcher(text(template));
    StringBuilder result = new StringBuilder();
    while (matcher.find()) {
      String name = matcher.group(2).strip();
      String value;
      if (!matcher.group(1).isEmpty()) {
        value = "${" + matcher.group(2) + "}";
      } else if (own.containsKey(name)) {
        value = text(own.get(name));
      } else if (name.contains(".") && !references.knows(name)) {
        value = text(attribute(name));
      } else {
        value = text(references.ref(name));
      }
      matcher.appendReplacement(result, Matcher.quoteReplacement(value));
    }
    return matcher.appendTail(result).toString();
  }

  private String join(Object argument) {
    List<?> parts = list(argument, 2);
    return list(parts.get(1)).stream()
        .map(Functions::text)
        .collect(Collectors.joining(text(parts.get(0))));
  }

  private @Nullable Object select(Object argument) {
    List<?> parts = list(argument, 2);
    List<?> items = list(parts.get(1));
    int index = Integer.parseInt(text(parts.get(0)));
    if (index < 0 || index >= items.size()) {
      throw new EvaluationException("Fn::Select: no item " + index + " of " + items.size());
    }
    return items.get(index);
  }

  private List<String> split(Object argument) {
    List<?> parts = list(argument, 2);
    return List.of(text(parts.get(1)).split(Pattern.quote(text(parts.get(0))), -1));
  }

  private @Nullable Object findInMap(Object argument) {
    List<?> keys = list(argument, 3);
    Object found = references.mapping(text(keys.get(0)));
    for (Object key : keys.subList(1, 3)) {
      found = found instanceof Map<?, ?> map ? map.get(text(key)) : null;
    }
    if (found == null) {
      throw new EvaluationException("Fn::FindInMap: nothing at " + keys);
    }
    return found;
  }

  private @Nullable Object choose(Object argument) {
    List<?> parts = list(argument, 3);
    return evaluate(references.condition(text(parts.get(0))) ? parts.get(1) : parts.get(2));
  }

  private static boolean equal(List<?> sides) {
    return text(sides.get(0)).equals(text(sides.get(1)));
  }

  private static String base64(Object argument) {
    return java.util.Base64.getEncoder()
        .encodeToString(text(argument).getBytes(java.nio.charset.StandardCharsets.UTF_8));
  }

  private static boolean truth(@Nullable Object value) {
    return Boolean.parseBoolean(text(value));
  }

  private static List<?> list(@Nullable Object value, int size) {
    List<?> list = list(value);
    if (list.size() != size) {
      throw new EvaluationException("needs a list of " + size + ", got " + value);
    }
    return list;
  }

  private static List<?> list(@Nullable Object value) {
    if (value instanceof List<?> list) {
      return list;
    }
    throw new EvaluationException("needs a list, got " + value);
  }

  private static String text(@Nullable Object value) {
    if (value == null || value instanceof Map || value instanceof List || value == NO_VALUE) {
      throw new EvaluationException("needs a text, got " + (value == NO_VALUE ? "nothing" : value));
    }
    return String.valueOf(value);
  }
}

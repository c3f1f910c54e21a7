package io.eventwright.generator.emit.saga.language;

import io.eventwright.generator.model.Condition;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * JSONPath: fields that end in {@code .$}, with paths and intrinsic functions, and no variables, so
 * that it runs on any engine of the language. Each state's input is an object that holds all that
 * is known, and each state hands it on with what it adds.
 */
public final class JsonPath implements Language {

  @Override
  public String word() {
    return "JSONPath";
  }

  @Override
  public void when(Map<String, Object> rule, List<Test> all) {
    List<Map<String, Object>> tests = all.stream().map(JsonPath::any).toList();
    rule.putAll(tests.size() == 1 ? tests.get(0) : Map.of("And", tests));
  }

  @Override
  public void arguments(Map<String, Object> state, Map<String, Object> arguments) {
    state.put("Parameters", arguments);
  }

  @Override
  public void withoutOutput(Map<String, Object> state) {
    state.put("ResultPath", null);
  }

  @Override
  public void output(Map<String, Object> state, String member, Map<String, Object> output) {
    if (!output.entrySet().stream().allMatch(JsonPath::isItself)) {
      state.put("ResultSelector", output);
    }
    state.put("ResultPath", "$." + member);
  }

  /** {@code { "decision": what is called decision }} is there without being selected. */
  private static boolean isItself(Map.Entry<String, Object> output) {
    return output.getValue().equals(Expression.result(output.getKey()));
  }

  /** A path to nothing ends the execution, so that of a function's answer the whole is kept. */
  @Override
  public void keep(Map<String, Object> state, String variable, Expression.Result result) {
    if (!result.path().isEmpty()) {
      String first = result.path().get(0);
      state.put("ResultSelector", Map.of(first, Expression.result(first)));
    }
    state.put("ResultPath", "$." + variable);
  }

  @Override
  public void make(Map<String, Object> state, String variable, Map<String, Object> value) {
    state.put("Parameters", value);
    state.put("ResultPath", "$." + variable);
  }

  /** A catcher puts what it caught where a state after it says what it means. */
  @Override
  public Map<String, Object> note(
      Map<String, Object> from, String variable, Map<String, Object> value) {
    Map<String, Object> said = new LinkedHashMap<>(value);
    said.replaceAll(
        (name, each) -> each instanceof Expression.Caught ? Expression.variable(variable) : each);
    if (from.containsKey("ErrorEquals")) {
      from.put("ResultPath", "$." + variable);
    }
    Map<String, Object> state = new LinkedHashMap<>();
    state.put("Type", "Pass");
    make(state, variable, said);
    return state;
  }

  @Override
  public void forget(Map<String, Object> catcher) {
    catcher.put("ResultPath", null);
  }

  @Override
  public boolean hasVariables() {
    return false;
  }

  @Override
  public boolean catchesMissing() {
    return false;
  }

  @Override
  public void items(Map<String, Object> state, Iteration iteration, Map<String, Object> flow) {
    state.put("ItemsPath", text(iteration.list()));
    Map<String, Object> selector = new LinkedHashMap<>();
    for (String name : Reads.of(flow)) {
      selector.put(name, Expression.variable(name));
    }
    // Behind what is given to every item.
    selector.remove(iteration.itemName());
    selector.remove(iteration.indexName());
    selector.put(iteration.itemName(), iteration.item());
    selector.put(iteration.indexName(), iteration.index());
    state.put("ItemSelector", selector);
  }

  @Override
  public void until(Map<String, Object> state, Expression time) {
    state.put("TimestampPath", text(time));
  }

  @Override
  public void whenTime(Map<String, Object> rule, Expression value) {
    String variable = text(value);
    rule.put(
        "And", List.of(rule(variable, "IsPresent", true), rule(variable, "IsTimestamp", true)));
  }

  @Override
  public void whenFilled(Map<String, Object> rule, Expression list) {
    rule.putAll(rule(text(list) + "[0]", "IsPresent", true));
  }

  @Override
  public Map<String, Object> resolve(Map<String, Object> tree) {
    Map<String, Object> resolved = new LinkedHashMap<>();
    tree.forEach(
        (name, value) -> {
          if (value instanceof Expression expression) {
            resolved.put(name + ".$", text(expression));
          } else if (!isOnlyATime(value)) {
            resolved.put(name, resolve(value));
          }
        });
    return resolved;
  }

  /** {@code { "N": the second of ... }}: JSONPath has no arithmetic on times. */
  private static boolean isOnlyATime(Object value) {
    return value instanceof Map<?, ?> map
        && map.size() == 1
        && map.values().iterator().next() instanceof Expression.SecondsAfterStart;
  }

  @SuppressWarnings("unchecked") // Trees are made here, of maps by name.
  private Object resolve(Object value) {
    if (value instanceof Map<?, ?> map) {
      return resolve((Map<String, Object>) map);
    }
    return value instanceof List<?> list ? list.stream().map(this::resolve).toList() : value;
  }

  private static String text(Expression expression) {
    if (expression instanceof Expression.Variable variable) {
      return "$." + variable.name() + path(variable.path());
    }
    if (expression instanceof Expression.Context context) {
      return "$$" + path(context.path());
    }
    if (expression instanceof Expression.Input input) {
      return "$" + path(input.path());
    }
    if (expression instanceof Expression.Answer answer) {
      return "$." + answer.member() + path(answer.path());
    }
    if (expression instanceof Expression.Result result) {
      return "$" + path(result.path());
    }
    if (expression instanceof Expression.Joined joined) {
      return format(joined.parts());
    }
    if (expression instanceof Expression.Text value) {
      return value.value() instanceof Expression.Variable
          ? "States.JsonToString(" + text(value.value()) + ")"
          : format(List.of(value.value()));
    }
    if (expression instanceof Expression.Parsed parsed) {
      return "States.StringToJson(" + text(parsed.text()) + ")";
    }
    if (expression instanceof Expression.OrElse orElse) {
      return "$." + orElse.member();
    }
    if (expression instanceof Expression.IndexesBack back) {
      return "States.ArrayRange(States.MathAdd(States.ArrayLength("
          + text(back.list())
          + "), -1), 0, -1)";
    }
    if (expression instanceof Expression.ItemAt at) {
      return "States.ArrayGetItem(" + text(at.list()) + ", " + text(at.index()) + ")";
    }
    if (expression instanceof Expression.TimeWithin within) {
      return text(within.time());
    }
    if (expression instanceof Expression.Hash hash) {
      return "States.Hash(" + text(hash.text()) + ", 'SHA-256')";
    }
    if (expression instanceof Expression.Parts parts) {
      return "States.StringSplit('" + parts.commaSeparated() + "', ',')";
    }
    return "$";
  }

  private static String format(List<Object> parts) {
    StringBuilder template = new StringBuilder();
    List<String> values = new ArrayList<>();
    for (Object part : parts) {
      if (part instanceof Expression each) {
        template.append("{}");
        values.add(text(each));
      } else {
        template.append(String.valueOf(part).replaceAll("([\\\\'{}])", "\\\\$1"));
      }
    }
    return "States.Format('"
        + template
        + "'"
        + values.stream().map(each -> ", " + each).collect(Collectors.joining())
        + ")";
  }

  private static String path(List<String> names) {
    StringBuilder path = new StringBuilder();
    for (String name : names) {
      path.append(name.contains("-") ? "['" + name + "']" : "." + name);
    }
    return path.toString();
  }

  private static Map<String, Object> any(Test test) {
    String variable = text(test.value());
    List<Map<String, Object>> any =
        test.any().stream().map(each -> guarded(variable, each, test.there())).toList();
    return any.size() == 1 ? any.get(0) : Map.of("Or", any);
  }

  /** A path to nothing ends the execution, so that it is asked first whether there is something. */
  private static Map<String, Object> guarded(String variable, Condition.Test test, boolean there) {
    Map<String, Object> one = one(variable, test);
    return there || test instanceof Condition.Exists
        ? one
        : Map.of("And", List.of(rule(variable, "IsPresent", true), one));
  }

  private static Map<String, Object> one(String variable, Condition.Test test) {
    if (test instanceof Condition.Equal equal) {
      return equal(variable, equal.value());
    }
    if (test instanceof Condition.Prefix prefix) {
      return rule(variable, "StringMatches", literal(prefix.prefix()) + "*");
    }
    if (test instanceof Condition.Suffix suffix) {
      return rule(variable, "StringMatches", "*" + literal(suffix.suffix()));
    }
    if (test instanceof Condition.AnythingBut but) {
      List<Map<String, Object>> equal =
          but.values().stream().map(value -> equal(variable, value)).toList();
      return Map.of("Not", equal.size() == 1 ? equal.get(0) : Map.of("Or", equal));
    }
    if (test instanceof Condition.Exists exists) {
      Map<String, Object> there = rule(variable, "IsPresent", true);
      return exists.there() ? there : Map.of("Not", there);
    }
    List<Map<String, Object>> bounds =
        ((Condition.Numeric) test)
            .bounds().stream()
                .map(bound -> rule(variable, operator(bound.operator()), bound.value()))
                .toList();
    return bounds.size() == 1 ? bounds.get(0) : Map.of("And", bounds);
  }

  private static String operator(String sign) {
    return switch (sign) {
      case "=" -> "NumericEquals";
      case "<" -> "NumericLessThan";
      case "<=" -> "NumericLessThanEquals";
      case ">" -> "NumericGreaterThan";
      case ">=" -> "NumericGreaterThanEquals";
      default -> throw new IllegalArgumentException("no comparison: " + sign);
    };
  }

  private static Map<String, Object> equal(String variable, @Nullable Object value) {
    if (value == null) {
      return rule(variable, "IsNull", true);
    }
    return rule(
        variable,
        value instanceof BigDecimal
            ? "NumericEquals"
            : value instanceof Boolean ? "BooleanEquals" : "StringEquals",
        value);
  }

  private static Map<String, Object> rule(String variable, String operator, Object value) {
    Map<String, Object> rule = new LinkedHashMap<>();
    rule.put("Variable", variable);
    rule.put(operator, value);
    return rule;
  }

  private static String literal(String text) {
    return text.replace("\\", "\\\\").replace("*", "\\*");
  }
}

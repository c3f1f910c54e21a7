package io.eventwright.generator.emit.saga.language;

import io.eventwright.generator.model.Condition;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** JSONata: expressions in <code>{% %}</code>, in any field. */
public final class Jsonata implements Language {

  /** The language's, and those that Step Functions adds. */
  public static final Set<String> FUNCTIONS =
      Set.of(
          ("abs append assert average base64decode base64encode boolean ceil clone contains count"
                  + " decodeUrl decodeUrlComponent distinct each encodeUrl encodeUrlComponent error"
                  + " eval exists filter floor formatBase formatInteger formatNumber fromMillis hash"
                  + " join keys length lookup lowercase map match max merge millis min not now number"
                  + " pad parse parseInteger partition power random range reduce replace reverse"
                  + " round shuffle sift single sort split spread sqrt string substring"
                  + " substringAfter substringBefore sum toMillis trim type uppercase uuid zip")
              .split(" "));

  /** What a name in a path would be taken for otherwise. */
  private static final Set<String> WORDS =
      Set.of("and", "false", "function", "in", "null", "or", "true");

  @Override
  public String word() {
    return "JSONata";
  }

  @Override
  public void when(Map<String, Object> rule, List<Test> all) {
    rule.put(
        "Condition",
        "{% " + all.stream().map(Jsonata::any).collect(Collectors.joining(" and ")) + " %}");
  }

  @Override
  public void arguments(Map<String, Object> state, Map<String, Object> arguments) {
    state.put("Arguments", arguments);
  }

  @Override
  public void withoutOutput(Map<String, Object> state) {
    state.put("Output", Map.of());
  }

  @Override
  public void output(Map<String, Object> state, String member, Map<String, Object> output) {
    state.put("Output", output);
  }

  @Override
  public void keep(Map<String, Object> state, String variable, Expression.Result result) {
    state.put("Assign", Map.of(variable, result));
  }

  @Override
  public void make(Map<String, Object> state, String variable, Map<String, Object> value) {
    state.put("Assign", Map.of(variable, value));
  }

  @Override
  public Map<String, Object> note(
      Map<String, Object> from, String variable, Map<String, Object> value) {
    from.put("Assign", Map.of(variable, value));
    return Map.of();
  }

  @Override
  public void forget(Map<String, Object> catcher) {
    // An error is known only where it is assigned.
  }

  @Override
  public boolean hasVariables() {
    return true;
  }

  @Override
  public boolean catchesMissing() {
    return true;
  }

  @Override
  public void items(Map<String, Object> state, Iteration iteration, Map<String, Object> flow) {
    state.put("Items", iteration.list());
    Map<String, Object> selector = new LinkedHashMap<>();
    selector.put("item", iteration.item());
    selector.put("index", iteration.index());
    state.put("ItemSelector", selector);
  }

  @Override
  public void until(Map<String, Object> state, Expression time) {
    state.put("Timestamp", time);
  }

  @Override
  public void whenTime(Map<String, Object> rule, Expression value) {
    throw new UnsupportedOperationException("what is no time is caught");
  }

  @Override
  public void whenFilled(Map<String, Object> rule, Expression list) {
    throw new UnsupportedOperationException("a list is turned as a whole");
  }

  @Override
  public Map<String, Object> resolve(Map<String, Object> tree) {
    Map<String, Object> resolved = new LinkedHashMap<>();
    tree.forEach((name, value) -> resolved.put(name, resolve(value)));
    return resolved;
  }

  @SuppressWarnings("unchecked") // Trees are made here, of maps by name.
  private Object resolve(Object value) {
    if (value instanceof Map<?, ?> map) {
      return resolve((Map<String, Object>) map);
    }
    if (value instanceof List<?> list) {
      return list.stream().map(this::resolve).toList();
    }
    return value instanceof Expression expression ? "{% " + text(expression) + " %}" : value;
  }

  private static String text(Expression expression) {
    if (expression instanceof Expression.Variable variable) {
      return "$" + variable.name() + path(variable.path());
    }
    if (expression instanceof Expression.Context context) {
      return "$states.context" + path(context.path());
    }
    if (expression instanceof Expression.Input input) {
      return "$states.input" + path(input.path());
    }
    if (expression instanceof Expression.Answer answer) {
      return "$states.input" + path(answer.path());
    }
    if (expression instanceof Expression.Result result) {
      return "$states.result" + path(result.path());
    }
    if (expression instanceof Expression.Joined joined) {
      return joined.parts().stream()
          .map(part -> part instanceof Expression each ? text(each) : quoted(part))
          .collect(Collectors.joining(" & "));
    }
    if (expression instanceof Expression.Text value) {
      return "$string(" + text(value.value()) + ")";
    }
    if (expression instanceof Expression.Parsed parsed) {
      return "$parse(" + text(parsed.text()) + ")";
    }
    if (expression instanceof Expression.OrElse orElse) {
      String first = text(orElse.first());
      return "$exists(" + first + ") ? " + first + " : " + text(orElse.otherwise());
    }
    if (expression instanceof Expression.Hash hash) {
      return "$hash(" + text(hash.text()) + ", 'SHA-256')";
    }
    if (expression instanceof Expression.PartOfKey part) {
      return "$replace($replace(" + text(part.text()) + ", '%', '%25'), '#', '%23')";
    }
    if (expression instanceof Expression.Parts parts) {
      return "$split('" + parts.commaSeparated() + "', ',')";
    }
    if (expression instanceof Expression.Reversed reversed) {
      return "$reverse(" + text(reversed.list()) + ")";
    }
    if (expression instanceof Expression.IndexBefore before) {
      return "$count(" + text(before.list()) + ") - 1 - " + text(before.index());
    }
    if (expression instanceof Expression.TimeWithin within) {
      String time = text(within.time());
      return "$toMillis("
          + time
          + ") - $toMillis($states.context.Execution.StartTime) <= "
          + within.seconds() * 1000
          + " ? "
          + time
          + " : $error('"
          + time.substring(1)
          + " is later than an execution may last')";
    }
    if (expression instanceof Expression.SecondsAfterStart after) {
      return seconds("$states.context.Execution.StartTime", after.seconds());
    }
    if (expression instanceof Expression.SecondsAfterEntered after) {
      return seconds("$states.context.State.EnteredTime", after.seconds());
    }
    return "$states.errorOutput";
  }

  private static String seconds(String time, long after) {
    return "$string($floor($toMillis(" + time + ") / 1000) + " + after + ")";
  }

  private static String path(List<String> names) {
    StringBuilder path = new StringBuilder();
    for (String name : names) {
      boolean plain = !name.contains("-") && !WORDS.contains(name);
      path.append('.').append(plain ? name : "`" + name + "`");
    }
    return path.toString();
  }

  private static String any(Test test) {
    String value = text(test.value());
    List<String> any = new ArrayList<>();
    test.any().forEach(each -> any.add(one(value, each)));
    return any.size() == 1 ? any.get(0) : "(" + String.join(" or ", any) + ")";
  }

  private static String one(String value, Condition.Test test) {
    if (test instanceof Condition.Equal equal) {
      return value + " = " + quoted(equal.value());
    }
    if (test instanceof Condition.Prefix prefix) {
      int length = characters(prefix.prefix());
      return "$substring(" + value + ", 0, " + length + ") = " + quoted(prefix.prefix());
    }
    if (test instanceof Condition.Suffix suffix) {
      int length = characters(suffix.suffix());
      return "$substring(" + value + ", -" + length + ") = " + quoted(suffix.suffix());
    }
    if (test instanceof Condition.AnythingBut but) {
      return "$exists("
          + value
          + ") and $not("
          + value
          + " in ["
          + but.values().stream().map(Jsonata::quoted).collect(Collectors.joining(", "))
          + "])";
    }
    if (test instanceof Condition.Exists exists) {
      return exists.there() ? "$exists(" + value + ")" : "$not($exists(" + value + "))";
    }
    return ((Condition.Numeric) test)
        .bounds().stream()
            .map(bound -> value + " " + bound.operator() + " " + quoted(bound.value()))
            .collect(Collectors.joining(" and "));
  }

  /** As JSONata counts them: a character beyond the first 65,536 is one. */
  private static int characters(String text) {
    return text.codePointCount(0, text.length());
  }

  private static String quoted(@Nullable Object value) {
    if (value instanceof String text) {
      String escaped = text.replace("\\", "\\\\");
      // A single quote cannot be escaped: JSONata knows the escapes of JSON only.
      return text.contains("'") ? '"' + escaped.replace("\"", "\\\"") + '"' : "'" + escaped + "'";
    }
    return value instanceof BigDecimal number ? number.toPlainString() : String.valueOf(value);
  }
}

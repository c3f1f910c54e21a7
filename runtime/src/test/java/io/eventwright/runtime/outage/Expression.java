package io.eventwright.runtime.outage;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * DynamoDB's conditions and updates, as far as the control table's rows need them; anything else is
 * an error, so that a new expression cannot pass unread. One evaluation.
 */
final class Expression {
  private static final Pattern TOKEN = Pattern.compile("[()=<,]|[#:]?\\w+");
  private static final Map<String, List<String>> TOKENS = new HashMap<>();

  private final List<String> tokens;
  private final Map<String, String> names;
  private final Map<String, AttributeValue> values;
  private int at;

  Expression(String text, Map<String, String> names, Map<String, AttributeValue> values) {
    this.tokens =
        TOKENS.computeIfAbsent(
            text, key -> TOKEN.matcher(key).results().map(MatchResult::group).toList());
    this.names = names;
    this.values = values;
  }

  /** Whether the condition holds of an item; an absent item is empty. */
  boolean holds(Map<String, AttributeValue> item) {
    boolean result = or(item);
    if (at < tokens.size()) {
      throw new IllegalArgumentException("not read: " + tokens.subList(at, tokens.size()));
    }
    return result;
  }

  private boolean or(Map<String, AttributeValue> item) {
    boolean result = and(item);
    while (next("OR")) {
      boolean other = and(item);
      result = result || other;
    }
    return result;
  }

  private boolean and(Map<String, AttributeValue> item) {
    boolean result = one(item);
    while (next("AND")) {
      boolean other = one(item);
      result = result && other;
    }
    return result;
  }

  private boolean one(Map<String, AttributeValue> item) {
    if (next("(")) {
      boolean result = or(item);
      expect(")");
      return result;
    }
    if (next("attribute_not_exists")) {
      expect("(");
      String name = name();
      expect(")");
      return !item.containsKey(name);
    }
    AttributeValue left = item.get(name());
    boolean less = next("<");
    if (!less) {
      expect("=");
    }
    AttributeValue right = values.get(tokens.get(at++));
    if (left == null || right == null) {
      return false;
    }
    return less
        ? new BigDecimal(left.n()).compareTo(new BigDecimal(right.n())) < 0
        : left.equals(right);
  }

  /** The item after the update. */
  Map<String, AttributeValue> updated(Map<String, AttributeValue> item) {
    Map<String, AttributeValue> result = new HashMap<>(item);
    while (at < tokens.size()) {
      if (next("SET")) {
        do {
          String name = name();
          expect("=");
          result.put(name, value(item));
        } while (next(","));
      } else {
        expect("ADD");
        do {
          String name = name();
          long more = Long.parseLong(values.get(tokens.get(at++)).n());
          AttributeValue old = result.get(name);
          long sum = more + (old == null ? 0 : Long.parseLong(old.n()));
          result.put(name, AttributeValue.fromN(String.valueOf(sum)));
        } while (next(","));
      }
    }
    return result;
  }

  /** Of the item as it was before the update. */
  private AttributeValue value(Map<String, AttributeValue> item) {
    if (!next("if_not_exists")) {
      return values.get(tokens.get(at++));
    }
    expect("(");
    AttributeValue old = item.get(name());
    expect(",");
    AttributeValue absent = values.get(tokens.get(at++));
    expect(")");
    return old == null ? absent : old;
  }

  private String name() {
    String token = tokens.get(at++);
    return token.startsWith("#") ? names.get(token) : token;
  }

  private boolean next(String token) {
    boolean is = at < tokens.size() && tokens.get(at).equals(token);
    at += is ? 1 : 0;
    return is;
  }

  private void expect(String token) {
    if (!next(token)) {
      throw new IllegalArgumentException("expected " + token + " at " + at + " of " + tokens);
    }
  }
}

package io.eventwright.local.states.corpus;

import io.eventwright.local.states.json.Json;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Whether a value is what was recorded. The recorder replaced what differs from run to run by
 * placeholders: {@code <uuid:1>} anywhere in a string, a word such as {@code start-date} for a
 * whole string, {@code uid} for a made-up suffix. A number stands for itself, a placeholder for
 * anything.
 */
final class Comparison {
  private static final Pattern PLACEHOLDER = Pattern.compile("<[A-Za-z][A-Za-z0-9_:-]*>");
  private static final Pattern SUFFIX = Pattern.compile("(?<=[-_])(?:uid|[0-9a-f]{8})\\b");

  private static final Set<String> WORDS =
      Set.of(
          "date",
          "start-time",
          "entered-time",
          "start-date",
          "stop-date",
          "snf_role_arn",
          "sqs_queue_url",
          "execution-arn",
          "state-machine-arn",
          "x-amzn-RequestId",
          "RequestId",
          "X-Amzn-Trace-Id");

  /**
   * The functions ran in another language here, so what only their runtime says is not compared.
   */
  private static final Set<String> OF_THE_RUNTIME = Set.of("requestId", "stackTrace");

  /** What the service says of an execution since redrives came; older recordings lack it. */
  private static final Set<String> SINCE_REDRIVE =
      Set.of("RedriveCount", "RedriveStatus", "RedriveStatusReason");

  private static final Pattern MADE_UP_NAME = Pattern.compile("<(?:lambda_function_name|ArnPart_)");

  private final boolean hasMadeUpNames;

  private Comparison(boolean hasMadeUpNames) {
    this.hasMadeUpNames = hasMadeUpNames;
  }

  static boolean equal(@Nullable Object recorded, @Nullable Object actual) {
    boolean madeUp = MADE_UP_NAME.matcher(Json.write(recorded)).find();
    return new Comparison(madeUp).same(recorded, actual);
  }

  private boolean same(@Nullable Object recorded, @Nullable Object actual) {
    if (recorded instanceof String text) {
      return sameText(text, actual);
    }
    if (actual instanceof String text && (recorded instanceof Map || recorded instanceof List)) {
      // The recorder parsed strings that hold JSON.
      Object json = parsed(text);
      return !(json instanceof String) && same(recorded, json);
    }
    if (recorded instanceof Map<?, ?> a && actual instanceof Map<?, ?> b) {
      return sameObject(a, b);
    }
    if (recorded instanceof List<?> a && actual instanceof List<?> b) {
      if (a.size() != b.size()) {
        return false;
      }
      for (int i = 0; i < a.size(); i++) {
        if (!same(a.get(i), b.get(i))) {
          return false;
        }
      }
      return true;
    }
    return Json.same(recorded, actual);
  }

  private boolean sameObject(Map<?, ?> recorded, Map<?, ?> actual) {
    for (Object name : actual.keySet()) {
      if (!recorded.containsKey(name)
          && !(recorded.containsKey("ExecutionArn") && SINCE_REDRIVE.contains(name))) {
        return false;
      }
    }
    for (Map.Entry<?, ?> member : recorded.entrySet()) {
      if (!actual.containsKey(member.getKey())) {
        return false;
      }
      if ("Content-Length".equals(member.getKey()) && hasMadeUpNames
          || isOwnName(member.getKey(), member.getValue()) && actual.get(member.getKey()) != null) {
        continue;
      }
      if (!OF_THE_RUNTIME.contains(member.getKey())
          && !same(member.getValue(), actual.get(member.getKey()))) {
        return false;
      }
    }
    return true;
  }

  /** The recorder also put a member's own name in place of a value, e.g. {@code LogResult}. */
  private static boolean isOwnName(Object name, @Nullable Object value) {
    return value instanceof String text && letters(text).equals(letters(name.toString()));
  }

  private static String letters(String text) {
    return text.replaceAll("[-_]", "").toLowerCase(Locale.ROOT);
  }

  private boolean sameText(String recorded, @Nullable Object actual) {
    if (WORDS.contains(recorded)) {
      return actual != null;
    }
    if (!(actual instanceof String text)) {
      return false;
    }
    if (text.startsWith("{\"errorMessage\"") && parsed(recorded) instanceof Map<?, ?> error) {
      return same(error, parsed(text));
    }
    return pattern(recorded).matcher(text).matches();
  }

  private static @Nullable Object parsed(String text) {
    try {
      return Json.parse(text);
    } catch (IllegalArgumentException notJson) {
      return text;
    }
  }

  private static Pattern pattern(String recorded) {
    StringBuilder pattern = new StringBuilder();
    Matcher matcher = PLACEHOLDER.matcher(recorded);
    int at = 0;
    while (matcher.find()) {
      pattern.append(literal(recorded.substring(at, matcher.start()))).append(".*");
      at = matcher.end();
    }
    return Pattern.compile(
        pattern.append(literal(recorded.substring(at))).toString(), Pattern.DOTALL);
  }

  private static String literal(String text) {
    StringBuilder pattern = new StringBuilder();
    Matcher matcher = SUFFIX.matcher(text);
    int at = 0;
    while (matcher.find()) {
      pattern
          .append(Pattern.quote(text.substring(at, matcher.start())))
          .append("(?:uid|[0-9a-f]{8})");
      at = matcher.end();
    }
    return pattern.append(Pattern.quote(text.substring(at))).toString();
  }
}

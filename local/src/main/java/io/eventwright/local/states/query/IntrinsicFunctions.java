package io.eventwright.local.states.query;

import io.eventwright.local.states.json.Json;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.StringTokenizer;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;

/** The intrinsic functions of the Amazon States Language, each over plain values. */
final class IntrinsicFunctions {
  static final Set<String> NAMES =
      Set.of(
          "States.Format",
          "States.StringToJson",
          "States.JsonToString",
          "States.Array",
          "States.ArrayPartition",
          "States.ArrayContains",
          "States.ArrayRange",
          "States.ArrayGetItem",
          "States.ArrayLength",
          "States.ArrayUnique",
          "States.Base64Encode",
          "States.Base64Decode",
          "States.Hash",
          "States.JsonMerge",
          "States.MathRandom",
          "States.MathAdd",
          "States.StringSplit",
          "States.UUID");

  private IntrinsicFunctions() {}

  /**
   * @throws IllegalArgumentException with the reason, when the arguments do not fit
   */
  static @Nullable Object call(String name, List<@Nullable Object> given) {
    Arguments arguments = new Arguments(given);
    return switch (name) {
      case "States.Format" -> format(arguments);
      case "States.StringToJson" -> {
        arguments.expect(1);
        yield Json.parse(arguments.string(0));
      }
      case "States.JsonToString" -> {
        arguments.expect(1);
        yield Json.write(given.get(0));
      }
      case "States.Array" -> new ArrayList<>(given);
      case "States.ArrayPartition" -> {
        arguments.expect(2);
        yield Sequences.partition(arguments.array(0), arguments.integer(1));
      }
      case "States.ArrayContains" -> {
        arguments.expect(2);
        yield arguments.array(0).stream().anyMatch(item -> Json.same(item, given.get(1)));
      }
      case "States.ArrayRange" -> {
        arguments.expect(3);
        yield Sequences.range(arguments.integer(0), arguments.integer(1), arguments.integer(2));
      }
      case "States.ArrayGetItem" -> {
        arguments.expect(2);
        long index = arguments.integer(1);
        List<@Nullable Object> array = arguments.array(0);
        if (index < 0 || index >= array.size()) {
          throw new IllegalArgumentException("Index " + index + " out of bounds");
        }
        yield array.get((int) index);
      }
      case "States.ArrayLength" -> {
        arguments.expect(1);
        yield arguments.array(0).size();
      }
      case "States.ArrayUnique" -> {
        arguments.expect(1);
        yield Sequences.unique(arguments.array(0));
      }
      case "States.Base64Encode" -> {
        arguments.expect(1);
        yield Base64.getEncoder()
            .encodeToString(limited(arguments.string(0)).getBytes(StandardCharsets.UTF_8));
      }
      case "States.Base64Decode" -> {
        arguments.expect(1);
        yield new String(
            Base64.getDecoder().decode(limited(arguments.string(0))), StandardCharsets.UTF_8);
      }
      case "States.Hash" -> {
        arguments.expect(2);
        Object data = given.get(0);
        yield Digests.hex(
            limited(data instanceof String text ? text : Json.write(data)), arguments.string(1));
      }
      case "States.JsonMerge" -> merge(arguments);
      case "States.MathRandom" -> random(arguments);
      case "States.MathAdd" -> {
        arguments.expect(2);
        // The service adds 32-bit integers.
        yield arguments.number32(0) + arguments.number32(1);
      }
      case "States.StringSplit" -> split(arguments);
      case "States.UUID" -> {
        arguments.expect(0);
        yield UUID.randomUUID().toString();
      }
      default -> throw new IllegalArgumentException("unknown function " + name);
    };
  }

  private static String format(Arguments arguments) {
    String pattern = arguments.string(0);
    StringBuilder text = new StringBuilder();
    int used = 1;
    for (int at = 0; at < pattern.length(); at++) {
      char next = pattern.charAt(at);
      if (next == '\\' && at + 1 < pattern.length()) {
        text.append(pattern.charAt(++at));
      } else if (next == '{' && at + 1 < pattern.length() && pattern.charAt(at + 1) == '}') {
        if (used >= arguments.count()) {
          throw unmatched();
        }
        text.append(arguments.scalar(used++));
        at++;
      } else {
        text.append(next);
      }
    }
    if (used != arguments.count()) {
      throw unmatched();
    }
    return text.toString();
  }

  private static IllegalArgumentException unmatched() {
    return new IllegalArgumentException(
        "number of arguments do not match the occurrences of {} in the template string");
  }

  private static Object merge(Arguments arguments) {
    arguments.expect(3);
    if (!Boolean.FALSE.equals(arguments.given().get(2))) {
      throw new IllegalArgumentException("only shallow merging is supported: use false");
    }
    Map<String, @Nullable Object> merged = new LinkedHashMap<>(arguments.object(0));
    merged.putAll(arguments.object(1));
    return merged;
  }

  private static long random(Arguments arguments) {
    long start = arguments.integer(0);
    long end = arguments.integer(1);
    if (end <= start) {
      throw new IllegalArgumentException("end must be greater than start");
    }
    Random random =
        arguments.count() == 3 ? new Random(arguments.integer(2)) : ThreadLocalRandom.current();
    return start + (long) (random.nextDouble() * (end - start));
  }

  private static List<Object> split(Arguments arguments) {
    arguments.expect(2);
    List<Object> parts = new ArrayList<>();
    // Each character of the second argument divides, and nothing stands between two of them.
    StringTokenizer tokens = new StringTokenizer(arguments.string(0), arguments.string(1));
    while (tokens.hasMoreTokens()) {
      parts.add(tokens.nextToken());
    }
    return parts;
  }

  private static String limited(String text) {
    if (text.length() > 10_000) {
      throw new IllegalArgumentException("data must have 10000 characters or fewer");
    }
    return text;
  }
}

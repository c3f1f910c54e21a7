package io.eventwright.local.states.query;

import com.dashjoin.jsonata.JException;
import io.eventwright.local.states.json.Json;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What an evaluation's exception says, in JSONata's own words: the library's have gaps, e.g. where
 * the name of a function belongs.
 */
final class JsonataErrors {
  private static final Pattern CODE = Pattern.compile("[A-Z]\\d{4}");
  private static final Pattern ARGUMENT = Pattern.compile("Argument \"(\\d+)\" of ");
  private static final Pattern CALLED = Pattern.compile("\\$(\\w+)$");
  private static final Pattern ORDER = Pattern.compile("<=|>=|<|>");

  private JsonataErrors() {}

  /** Begins with a full stop before a coded message, with a colon before another. */
  static String reason(RuntimeException failure, String source) {
    if (failure instanceof JException coded) {
      String code = String.valueOf(coded.getError());
      return CODE.matcher(code).matches() ? ". " + code + ": " + coded(coded, source) : ": " + code;
    }
    String message = String.valueOf(failure.getMessage());
    if (failure instanceof NumberFormatException) {
      return ". D3030: Unable to cast value to a number: "
          + message.replace("For input string: ", "");
    }
    if (failure instanceof DateTimeParseException time) {
      return ". D3110: The argument of the toMillis function must be an ISO 8601 formatted"
          + " timestamp. Given \""
          + time.getParsedString()
          + "\"";
    }
    return ": " + message;
  }

  private static String coded(JException failure, String source) {
    return switch (String.valueOf(failure.getError())) {
      // Only functions over one array of numbers or strings, their first argument, say this.
      case "T0412" ->
          "Argument 1 of function \"%s\" must be an array of \"%s\""
              .formatted(
                  called(source, failure.getLocation()),
                  "s".equals(failure.getExpected()) ? "strings" : "numbers");
      case "T2009" ->
          "The values %s and %s either side of operator \"%s\" must be of the same data type"
              .formatted(
                  Json.write(JsonataValues.fromLibrary(failure.getCurrent())),
                  Json.write(JsonataValues.fromLibrary(failure.getExpected())),
                  order(source));
      default ->
          ARGUMENT
              .matcher(String.valueOf(failure.getMessage()))
              .replaceAll("Argument $1 of ")
              .replaceAll("(?<=\\s)Object(?=\\s)", "function");
    };
  }

  /** The function whose arguments begin at the location. */
  private static String called(String source, int location) {
    int end = Math.min(source.length(), Math.max(0, location - 1));
    Matcher name = CALLED.matcher(source.substring(0, end));
    return name.find() ? name.group(1) : "";
  }

  private static String order(String source) {
    List<String> operators =
        ORDER.matcher(source).results().map(result -> result.group()).distinct().toList();
    return operators.size() == 1 ? operators.get(0) : "<";
  }
}

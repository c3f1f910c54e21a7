package io.eventwright.local.states.query;

import com.dashjoin.jsonata.JException;
import java.time.format.DateTimeParseException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What an evaluation's exception says, in JSONata's own words where the library has others. */
final class JsonataErrors {
  private static final Pattern CODE = Pattern.compile("[A-Z]\\d{4}");
  private static final Pattern SIGNATURE =
      Pattern.compile("Argument \"(\\d+)\" of Object \"(.*)\" does not match Object signature");

  private JsonataErrors() {}

  /** Begins with a full stop before a coded message, with a colon before another. */
  static String reason(RuntimeException failure) {
    String message = String.valueOf(failure.getMessage());
    if (failure instanceof JException coded && CODE.matcher(coded.getError() + "").matches()) {
      Matcher signature = SIGNATURE.matcher(message);
      return ". "
          + coded.getError()
          + ": "
          + (signature.matches()
              ? "Argument %s of function \"%s\" does not match function signature"
                  .formatted(signature.group(1), signature.group(2))
              : message);
    }
    if (failure instanceof JException bound) {
      return ": " + bound.getError();
    }
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
}

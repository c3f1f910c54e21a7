package io.eventwright.runtime.route;

import io.eventwright.runtime.http.HttpRequest;
import io.eventwright.runtime.http.Problem;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/** What a GET may say beside its path. */
final class ReadParameters {
  private static final int DEFAULT_LIMIT = 25;
  private static final int LARGEST_LIMIT = 100;
  private static final int LONGEST_CURSOR = 2_048;

  private ReadParameters() {}

  /** {@code min-version}, as header or in the query; 0 for none. */
  static long leastVersion(HttpRequest request) throws Problem {
    String header = request.header("min-version");
    String text = header == null ? request.query().get("min-version") : header;
    return text == null ? 0 : number("min-version", text, Long.MAX_VALUE);
  }

  /** {@code limit}: rows of a page. */
  static int limit(HttpRequest request) throws Problem {
    String text = request.query().get("limit");
    if (text == null) {
      return DEFAULT_LIMIT;
    }
    long limit = number("limit", text, LARGEST_LIMIT);
    if (limit == 0) {
      throw invalid("limit", "is from 1 to " + LARGEST_LIMIT);
    }
    return (int) limit;
  }

  /** {@code after}: the {@code next} of the page before; null for the first page. */
  static @Nullable String after(HttpRequest request) throws Problem {
    String text = request.query().get("after");
    if (text == null) {
      return null;
    }
    try {
      String key = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8);
      if (!key.isEmpty() && text.length() <= LONGEST_CURSOR) {
        return key;
      }
    } catch (IllegalArgumentException e) {
      throw invalid("after", "is the next of a page, as it was given");
    }
    throw invalid("after", "is the next of a page, as it was given");
  }

  static String cursor(String next) {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(next.getBytes(StandardCharsets.UTF_8));
  }

  /** {@code subject}: whose version {@code min-version} is. */
  static String subject(HttpRequest request) throws Problem {
    String subject = request.query().get("subject");
    if (subject == null || subject.isBlank() || subject.length() > 640) {
      throw invalid("subject", "says whose version min-version is, such as wallet/p-1");
    }
    return subject;
  }

  /** Whether the client has that tag already: {@code If-None-Match}. */
  static boolean knows(HttpRequest request, String tag) {
    String known = request.header("if-none-match");
    if (known == null) {
      return false;
    }
    for (String one : known.split(",", -1)) {
      String bare = one.trim();
      if (bare.equals("*") || bare.equals(tag) || bare.equals("W/" + tag)) {
        return true;
      }
    }
    return false;
  }

  private static long number(String name, String text, long most) throws Problem {
    boolean digits =
        !text.isEmpty() && text.length() <= 19 && text.chars().allMatch(c -> '0' <= c && c <= '9');
    try {
      if (digits && Long.parseLong(text) <= most) {
        return Long.parseLong(text);
      }
    } catch (NumberFormatException e) {
      throw invalid(name, "is a whole number up to " + most);
    }
    throw invalid(name, "is a whole number up to " + most);
  }

  private static Problem invalid(String name, String how) {
    return Problem.of(400, "parameter-invalid", "Parameter is not valid", name + " " + how);
  }
}

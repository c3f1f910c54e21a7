package io.eventwright.runtime.http;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Whether a body is what a route takes: JSON in UTF-8, not packed. */
final class MediaType {
  private MediaType() {}

  static void requireJson(HttpRequest request) throws Problem {
    String encoding = request.header("content-encoding");
    if (encoding != null && !encoding.trim().equalsIgnoreCase("identity")) {
      throw unsupported("a packed body is not taken: send it without content-encoding");
    }
    String header = request.header("content-type");
    if (header == null || header.isBlank()) {
      throw unsupported("content-type is missing: send application/json");
    }
    String[] parts = header.split(";", -1);
    String type = parts[0].trim().toLowerCase(Locale.ROOT);
    if (!type.equals("application/json")
        && !(type.startsWith("application/") && type.endsWith("+json"))) {
      throw unsupported("only application/json is taken");
    }
    for (int i = 1; i < parts.length; i++) {
      String charset = charset(parts[i]);
      if (charset != null && !charset.equals("utf-8") && !charset.equals("utf8")) {
        throw unsupported("JSON is UTF-8 (RFC 8259, section 8.1); send it so");
      }
    }
  }

  private static @Nullable String charset(String parameter) {
    String text = parameter.trim().toLowerCase(Locale.ROOT);
    return text.startsWith("charset=") ? text.substring(8).replace("\"", "").trim() : null;
  }

  private static Problem unsupported(String detail) {
    return Problem.of(415, "media-type", "Unsupported media type", detail);
  }
}

package io.eventwright.generator.load.schema;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A URI or a relative reference, taken apart and resolved as RFC 3986 says (sections 5.2 and
 * appendix B). Any text is taken: what is no URI simply names no document.
 */
record UriReference(
    @Nullable String scheme,
    @Nullable String authority,
    String path,
    @Nullable String query,
    @Nullable String fragment) {

  /** The scheme of files that have no address of their own. */
  private static final String FILE_SCHEME = "schema:/";

  private static final Pattern PARTS =
      Pattern.compile(
          "(?:([^:/?#]++):)?(?://([^/?#]*+))?([^?#]*+)(?:\\?([^#]*+))?(?:#(.*+))?", Pattern.DOTALL);

  static UriReference parse(String text) {
    Matcher parts = PARTS.matcher(text);
    if (!parts.matches()) {
      throw new IllegalStateException("the pattern takes any text");
    }
    return new UriReference(
        parts.group(1), parts.group(2), parts.group(3), parts.group(4), parts.group(5));
  }

  /** The URI of a file by its relative path. */
  static String ofPath(String file) {
    StringBuilder uri = new StringBuilder(FILE_SCHEME);
    for (byte b : file.replace('\\', '/').getBytes(StandardCharsets.UTF_8)) {
      char c = (char) (b & 0xFF);
      boolean plain =
          c < 0x80 && (Character.isLetterOrDigit(c) || "-._~/@!$&'()*+,;=:".indexOf(c) >= 0);
      if (plain) {
        uri.append(c);
      } else {
        uri.append('%')
            .append("0123456789ABCDEF".charAt(c >> 4))
            .append("0123456789ABCDEF".charAt(c & 15));
      }
    }
    return uri.toString();
  }

  boolean isAbsolute() {
    return scheme != null;
  }

  /** What this reference means in a document at {@code base}. */
  UriReference resolveAgainst(UriReference base) {
    if (scheme != null) {
      return new UriReference(scheme, authority, withoutDots(path), query, fragment);
    }
    if (authority != null) {
      return new UriReference(base.scheme, authority, withoutDots(path), query, fragment);
    }
    if (path.isEmpty()) {
      return new UriReference(
          base.scheme, base.authority, base.path, query == null ? base.query : query, fragment);
    }
    String merged = path.startsWith("/") ? path : merge(base);
    return new UriReference(base.scheme, base.authority, withoutDots(merged), query, fragment);
  }

  private String merge(UriReference base) {
    if (base.authority != null && base.path.isEmpty()) {
      return "/" + path;
    }
    return base.path.substring(0, base.path.lastIndexOf('/') + 1) + path;
  }

  private static String withoutDots(String path) {
    if (!path.contains("/.") && !path.startsWith(".")) {
      return path;
    }
    List<String> output = new ArrayList<>();
    String[] segments = path.split("/", -1);
    int keep = path.startsWith("/") ? 1 : 0;
    for (int i = 0; i < segments.length; i++) {
      boolean up = segments[i].equals("..");
      if (up && output.size() > keep) {
        output.remove(output.size() - 1);
      }
      if (!up && !segments[i].equals(".")) {
        output.add(segments[i]);
      } else if (i == segments.length - 1) {
        output.add("");
      }
    }
    return String.join("/", output);
  }

  /** Everything but the fragment. */
  String withoutFragment() {
    StringBuilder text = new StringBuilder();
    if (scheme != null) {
      text.append(scheme).append(':');
    }
    if (authority != null) {
      text.append("//").append(authority);
    }
    text.append(path);
    if (query != null) {
      text.append('?').append(query);
    }
    return text.toString();
  }

  /** The fragment with its percent escapes resolved, empty when there is none. */
  String decodedFragment() {
    if (fragment == null) {
      return "";
    }
    if (fragment.indexOf('%') < 0) {
      return fragment;
    }
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    byte[] encoded = fragment.getBytes(StandardCharsets.UTF_8);
    for (int i = 0; i < encoded.length; i++) {
      int high = i + 2 <= encoded.length - 1 ? Character.digit(encoded[i + 1], 16) : -1;
      int low = i + 2 <= encoded.length - 1 ? Character.digit(encoded[i + 2], 16) : -1;
      if (encoded[i] == '%' && high >= 0 && low >= 0) {
        bytes.write(high * 16 + low);
        i += 2;
      } else {
        bytes.write(encoded[i]);
      }
    }
    return bytes.toString(StandardCharsets.UTF_8);
  }
}

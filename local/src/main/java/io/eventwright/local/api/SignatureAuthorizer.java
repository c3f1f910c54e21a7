package io.eventwright.local.api;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * An IAM authorizer: checks Signature Version 4 for {@code execute-api} ("Create a signed AWS API
 * request"). Every access key's secret is {@code local} here, as functions are given it; whose key
 * it is says who calls.
 *
 * @param region that the signature must be for
 */
record SignatureAuthorizer(String region) {
  private static final String SECRET = "local";
  private static final Duration CLOCKS_DIFFER = Duration.ofMinutes(5);
  private static final DateTimeFormatter STAMP =
      DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);
  private static final Pattern HEADER =
      Pattern.compile(
          "AWS4-HMAC-SHA256 Credential=([^/,\\s]+)/(\\d{8})/([^/,]+)/([^/,]+)/aws4_request,"
              + "\\s*SignedHeaders=([a-z0-9;._-]+),\\s*Signature=([0-9a-f]{64})");

  Caller authorize(ApiCall call) throws Unauthorized {
    Matcher header = HEADER.matcher(call.header("authorization"));
    if (!header.matches()) {
      throw forbidden("Missing Authentication Token");
    }
    String stamp = call.header("x-amz-date");
    List<String> signed = List.of(header.group(5).split(";"));
    String scope =
        String.join("/", header.group(2), header.group(3), header.group(4), "aws4_request");
    if (!fresh(stamp)
        || !stamp.startsWith(header.group(2))
        || !header.group(3).equals(region)
        || !header.group(4).equals("execute-api")
        || !signed.contains("host")) {
      throw forbidden("Forbidden");
    }
    String text =
        String.join("\n", "AWS4-HMAC-SHA256", stamp, scope, sha256(utf8(canonical(call, signed))));
    byte[] key = utf8("AWS4" + SECRET);
    for (String part : scope.split("/")) {
      key = hmac(key, part);
    }
    String expected = HexFormat.of().formatHex(hmac(key, text));
    if (!MessageDigest.isEqual(utf8(expected), utf8(header.group(6)))) {
      throw forbidden("Forbidden");
    }
    return new Caller(Map.of(), header.group(1));
  }

  private static boolean fresh(String stamp) {
    try {
      Instant signed = STAMP.parse(stamp, Instant::from);
      return Duration.between(signed, Instant.now()).abs().compareTo(CLOCKS_DIFFER) <= 0;
    } catch (DateTimeParseException e) {
      return false;
    }
  }

  private static String canonical(ApiCall call, List<String> signed) {
    StringBuilder headers = new StringBuilder();
    for (String name : signed) {
      List<String> values = call.headers().getOrDefault(name, List.of());
      headers
          .append(name)
          .append(':')
          .append(
              String.join(",", values.stream().map(v -> v.trim().replaceAll(" +", " ")).toList()))
          .append('\n');
    }
    return String.join(
        "\n",
        call.method(),
        encodedPath(call.rawPath()),
        canonicalQuery(call),
        headers.toString(),
        String.join(";", signed),
        sha256(call.body()));
  }

  /** Each part of the path is encoded once more than it is sent, for every service but S3. */
  private static String encodedPath(String path) {
    List<String> parts = new ArrayList<>();
    for (String part : path.split("/", -1)) {
      parts.add(encoded(part));
    }
    return String.join("/", parts);
  }

  private static String canonicalQuery(ApiCall call) {
    List<String> pairs = new ArrayList<>();
    call.query()
        .forEach(
            (name, values) ->
                values.forEach(value -> pairs.add(encoded(name) + "=" + encoded(value))));
    pairs.sort(null);
    return String.join("&", pairs);
  }

  private static String encoded(String text) {
    StringBuilder encoded = new StringBuilder();
    for (byte one : utf8(text)) {
      char character = (char) (one & 0xff);
      if (character < 0x80
          && (Character.isLetterOrDigit(character) || "-._~".indexOf(character) >= 0)) {
        encoded.append(character);
      } else {
        encoded.append(String.format(Locale.ROOT, "%%%02X", (int) character));
      }
    }
    return encoded.toString();
  }

  private static Unauthorized forbidden(String message) {
    return new Unauthorized(new Refusal(403, message));
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static String sha256(byte[] content) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static byte[] hmac(byte[] key, String text) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(key, "HmacSHA256"));
      return mac.doFinal(utf8(text));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}

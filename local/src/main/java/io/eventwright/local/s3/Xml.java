package io.eventwright.local.s3;

import io.eventwright.local.gateway.AwsResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** The little XML that S3 speaks. */
final class Xml {
  private Xml() {}

  static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }

  static String element(String name, String text) {
    return "<" + name + ">" + escaped(text) + "</" + name + ">";
  }

  static AwsResponse answer(String root, String content) {
    String body =
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<"
            + root
            + " xmlns=\"http://s3.amazonaws.com/doc/2006-03-01/\">"
            + content
            + "</"
            + root
            + ">";
    return new AwsResponse(
        200, Map.of("Content-Type", "application/xml"), body.getBytes(StandardCharsets.UTF_8));
  }
}

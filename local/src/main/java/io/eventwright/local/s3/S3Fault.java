package io.eventwright.local.s3;

import io.eventwright.local.gateway.AwsResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** S3's refusal, in XML as S3 writes it. */
final class S3Fault extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final int status;
  private final String code;

  S3Fault(int status, String code, String message) {
    super(message);
    this.status = status;
    this.code = code;
  }

  AwsResponse response(boolean head) {
    String body =
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<Error><Code>"
            + code
            + "</Code><Message>"
            + Xml.escaped(String.valueOf(getMessage()))
            + "</Message></Error>";
    return new AwsResponse(
        status,
        Map.of("Content-Type", "application/xml"),
        head ? new byte[0] : body.getBytes(StandardCharsets.UTF_8));
  }
}

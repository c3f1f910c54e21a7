package io.eventwright.local.s3;

import io.eventwright.local.gateway.AwsRequest;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/**
 * A body in {@code aws-chunked}: each chunk has its length in hexadecimal, perhaps a signature, and
 * a line of its own; checksums may trail ("Signature calculations: transferring payload in multiple
 * chunks").
 */
final class ChunkedBody {
  private ChunkedBody() {}

  static byte[] of(AwsRequest request) {
    boolean chunked =
        request.header("x-amz-content-sha256").startsWith("STREAMING-")
            || request.header("content-encoding").contains("aws-chunked");
    return chunked ? decoded(request.body()) : request.body();
  }

  private static byte[] decoded(byte[] body) {
    ByteArrayOutputStream content = new ByteArrayOutputStream(body.length);
    int at = 0;
    while (true) {
      int end = lineEnd(body, at);
      String line = new String(body, at, end - at, StandardCharsets.US_ASCII);
      int size;
      try {
        size = Integer.parseInt(line.split(";", 2)[0].trim(), 16);
      } catch (NumberFormatException e) {
        throw incomplete();
      }
      if (size == 0) {
        return content.toByteArray();
      }
      at = end + 2;
      if (size < 0 || at + size + 2 > body.length) {
        throw incomplete();
      }
      content.write(body, at, size);
      at += size + 2;
    }
  }

  private static int lineEnd(byte[] body, int from) {
    for (int i = from; i + 1 < body.length; i++) {
      if (body[i] == '\r' && body[i + 1] == '\n') {
        return i;
      }
    }
    throw incomplete();
  }

  private static S3Fault incomplete() {
    return new S3Fault(400, "IncompleteBody", "The request body terminated unexpectedly");
  }
}

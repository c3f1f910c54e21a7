package io.eventwright.local.s3;

import io.eventwright.local.gateway.AwsRequest;
import org.jspecify.annotations.Nullable;

/**
 * {@code If-Match} and {@code If-None-Match} ("Conditional requests").
 *
 * @param match the tag that must be there, with or without quotes; empty for none
 * @param noneMatch {@code *} for nothing there, or a tag; empty for none
 */
record Conditions(String match, String noneMatch) {
  static final Conditions NONE = new Conditions("", "");

  static Conditions of(AwsRequest request) {
    return new Conditions(
        request.header("if-match").replace("\"", ""),
        request.header("if-none-match").replace("\"", ""));
  }

  void requireForPut(@Nullable StoredObject there) {
    if (noneMatch.equals("*") && there != null) {
      throw failed();
    }
    if (!match.isEmpty() && there == null) {
      throw new S3Fault(404, "NoSuchKey", "The specified key does not exist.");
    }
    if (!match.isEmpty() && there != null && !there.etag().equals(match)) {
      throw failed();
    }
  }

  void requireForGet(StoredObject there) {
    if (!match.isEmpty() && !match.equals("*") && !there.etag().equals(match)) {
      throw failed();
    }
    if (noneMatch.equals("*") || noneMatch.equals(there.etag())) {
      throw new S3Fault(304, "NotModified", "Not Modified");
    }
  }

  private static S3Fault failed() {
    return new S3Fault(
        412, "PreconditionFailed", "At least one of the pre-conditions you specified did not hold");
  }
}

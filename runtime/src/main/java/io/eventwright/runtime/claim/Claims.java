package io.eventwright.runtime.claim;

import io.eventwright.runtime.event.Claim;
import io.eventwright.runtime.event.RawEvent;
import io.eventwright.runtime.hash.Sha256;
import io.eventwright.runtime.intake.Rejection;
import io.eventwright.runtime.intake.Rejection.Reason;
import io.eventwright.runtime.json.Json;
import io.eventwright.runtime.json.JsonLimits;
import io.eventwright.runtime.json.JsonParseFailure;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.ResponseInputStream;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;
import software.amazon.awssdk.services.s3.model.S3Exception;

/**
 * The claim check (CloudEvents extension {@code dataref}): large data go to the system's own
 * bucket, under their hash, so that the same data are one object. Only that bucket is ever read,
 * and only what has the hash that was said. The bucket's lifecycle collects them.
 *
 * @param s3 where the bucket is
 * @param bucket the one that is trusted; null for a system without large events
 */
public record Claims(Supplier<S3Client> s3, @Nullable String bucket) {
  /** The smallest limit on any path is SNS's 256 KiB; the envelope needs some of it. */
  public static final int INLINE_BYTES = 192 * 1024;

  /** What a function holds in memory at once. */
  private static final int MOST_BYTES = 16 * 1024 * 1024;

  private static final String HASH = "[0-9a-f]{64}";

  /** Whether data travel by claim. */
  public boolean takes(String data) {
    return bucket != null
        && data.length() > INLINE_BYTES / 3
        && data.getBytes(StandardCharsets.UTF_8).length > INLINE_BYTES;
  }

  /**
   * Stores data, before the event that names them is sent.
   *
   * @param type of the event, on the wire
   */
  public Claim checkIn(String type, String data) {
    byte[] bytes = data.getBytes(StandardCharsets.UTF_8);
    String hash = Sha256.hex(bytes);
    String key = type + "/" + hash;
    s3.get()
        .putObject(
            put -> put.bucket(bucket).key(key).contentType("application/json"),
            RequestBody.fromBytes(bytes));
    return new Claim(String.valueOf(bucket), key, hash, bytes.length);
  }

  /**
   * The event with its data.
   *
   * @throws Rejection when they are in another bucket, gone, larger, or not what was said
   */
  public RawEvent redeem(RawEvent event) throws Rejection {
    Claim claim = event.claim();
    if (claim == null) {
      return event;
    }
    if (!claim.bucket().equals(bucket)) {
      throw invalid("the data are in a bucket that is not this system's");
    }
    if (!claim.sha256().matches(HASH) || claim.bytes() < 0 || claim.bytes() > MOST_BYTES) {
      throw invalid("the claim has no hash, or says more than " + MOST_BYTES + " bytes");
    }
    byte[] bytes = fetch(claim);
    if (bytes.length != claim.bytes() || !Sha256.hex(bytes).equals(claim.sha256())) {
      throw invalid("the data are not those that were sent: size or hash differ");
    }
    try {
      return event.with(Json.parse(bytes, JsonLimits.DEFAULT.withMaxBytes(MOST_BYTES)));
    } catch (JsonParseFailure e) {
      throw new Rejection(Reason.NOT_JSON, e.getMessage());
    }
  }

  private byte[] fetch(Claim claim) throws Rejection {
    try (ResponseInputStream<GetObjectResponse> content =
        s3.get().getObject(get -> get.bucket(claim.bucket()).key(claim.key()))) {
      return content.readNBytes((int) claim.bytes() + 1);
    } catch (S3Exception e) {
      // Who may not list a bucket is told 403 of what is missing, and functions may not.
      if (e.statusCode() == 403 || e.statusCode() == 404) {
        throw invalid(
            "the data are gone, since the bucket keeps them for less long than the event took, or"
                + " this function may not read them: "
                + e.awsErrorDetails().errorCode());
      }
      throw e;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Rejection invalid(String sentence) {
    return new Rejection(Reason.CLAIM_INVALID, sentence);
  }
}

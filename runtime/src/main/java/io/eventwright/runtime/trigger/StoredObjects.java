package io.eventwright.runtime.trigger;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.function.Supplier;
import software.amazon.awssdk.core.ResponseInputStream;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;

/**
 * Reads objects that workers are told of.
 *
 * @param s3 where they are
 */
public record StoredObjects(Supplier<S3Client> s3) {

  /** What a worker makes of an object's content. */
  @FunctionalInterface
  public interface Reading<R> {
    /** Reads as much as it needs; the stream is closed afterwards. */
    R from(InputStream content) throws IOException;
  }

  /** One object's content, as it was when the worker was told of it. */
  public Content of(ObjectCreated object) {
    return new Content(s3.get(), object);
  }

  /**
   * The content of one object.
   *
   * @param s3 where it is
   * @param object which
   */
  public record Content(S3Client s3, ObjectCreated object) {

    /**
     * Streams it, never more than {@code maxBytes} of it.
     *
     * @throws UncheckedIOException when it cannot be read now, or is larger; the message comes
     *     again
     * @throws software.amazon.awssdk.services.s3.model.S3Exception when it was replaced meanwhile
     *     (412) or removed (403, since its role cannot list the bucket)
     */
    public <R> R read(long maxBytes, Reading<R> reading) {
      if (object.size() > maxBytes) {
        throw new UncheckedIOException(
            new IOException(object.size() + " bytes, and at most " + maxBytes + " are read"));
      }
      try (ResponseInputStream<GetObjectResponse> content =
          s3.getObject(
              get ->
                  get.bucket(object.bucket())
                      .key(object.key())
                      .ifMatch("\"" + object.etag() + "\""))) {
        return reading.from(new BoundedStream(content, maxBytes));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}

package io.eventwright.local.traces;

import com.google.protobuf.InvalidProtocolBufferException;
import io.eventwright.local.gateway.AwsFault;
import io.eventwright.local.gateway.AwsRequest;
import io.eventwright.local.gateway.AwsResponse;
import io.eventwright.local.gateway.AwsService;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;

/**
 * {@code POST /v1/traces} with protobuf, plain or zipped ("OTLP endpoint", Amazon CloudWatch user
 * guide): at most 5 MB and 10,000 spans a call. The latest spans are kept, as they ended.
 */
public final class TraceService implements AwsService {
  private static final int BYTES = 5 * 1024 * 1024;
  private static final int SPANS = 10_000;
  private static final int KEPT = 20_000;

  private final Deque<KeptSpan> kept = new ArrayDeque<>();

  @Override
  public AwsResponse handle(AwsRequest request) throws IOException {
    if (!request.method().equals("POST") || !request.path().equals("/v1/traces")) {
      throw new AwsFault(
          501, "NotImplemented", "Of X-Ray only POST /v1/traces is here, not " + request.path());
    }
    if (!request.header("content-type").startsWith("application/x-protobuf")) {
      throw new AwsFault(
          415, "UnsupportedMediaType", "The local cloud takes spans as application/x-protobuf");
    }
    List<KeptSpan> spans;
    try {
      spans = SpanReader.read(body(request));
    } catch (InvalidProtocolBufferException e) {
      throw new AwsFault(400, "InvalidRequest", "not OTLP: " + e.getMessage());
    }
    if (spans.size() > SPANS) {
      throw new AwsFault(400, "InvalidRequest", "more than " + SPANS + " spans in a call");
    }
    synchronized (kept) {
      kept.addAll(spans);
      while (kept.size() > KEPT) {
        kept.remove();
      }
    }
    return new AwsResponse(200, Map.of("Content-Type", "application/x-protobuf"), new byte[0]);
  }

  private static byte[] body(AwsRequest request) throws IOException {
    byte[] body = request.body();
    if (request.header("content-encoding").equals("gzip")) {
      try (GZIPInputStream plain = new GZIPInputStream(new ByteArrayInputStream(body))) {
        body = plain.readNBytes(BYTES + 1);
      }
    }
    if (body.length > BYTES) {
      throw new AwsFault(413, "PayloadTooLarge", "more than 5 MB in a call");
    }
    return body;
  }

  /** The latest, in the order in which they came. */
  public List<KeptSpan> spans() {
    synchronized (kept) {
      return List.copyOf(kept);
    }
  }

  /** Forgets them. */
  public void clear() {
    synchronized (kept) {
      kept.clear();
    }
  }
}

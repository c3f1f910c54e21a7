package io.eventwright.runtime.testing;

import com.google.protobuf.InvalidProtocolBufferException;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceRequest;
import io.opentelemetry.proto.common.v1.KeyValue;
import io.opentelemetry.proto.trace.v1.Span;
import io.opentelemetry.proto.trace.v1.Status;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/** Takes spans by OTLP, as X-Ray does, read by the protocol's own classes. */
public final class Spans {
  /** The answer's status. */
  public volatile int status = 200;

  /** How many calls came. */
  public final AtomicInteger calls = new AtomicInteger();

  /** How the last call was signed. */
  public volatile String authorization = "";

  private final List<Seen> seen = new CopyOnWriteArrayList<>();

  /**
   * One span.
   *
   * @param links trace and span ids, each as {@code <trace>-<span>}
   * @param parent its parent's span id; empty for none
   */
  public record Seen(
      String name,
      String traceId,
      String spanId,
      String parent,
      boolean failed,
      List<String> links,
      Map<String, String> attributes) {}

  int take(String accessKey, String signed, byte[] body) throws InvalidProtocolBufferException {
    calls.incrementAndGet();
    authorization = String.valueOf(signed);
    if (status == 200) {
      ExportTraceServiceRequest.parseFrom(body).getResourceSpansList().stream()
          .flatMap(resource -> resource.getScopeSpansList().stream())
          .flatMap(scope -> scope.getSpansList().stream())
          .map(Spans::seen)
          .forEach(seen::add);
    }
    return status;
  }

  /** In the order in which they ended. */
  public List<Seen> all() {
    return List.copyOf(seen);
  }

  /** Those of one part: {@code event-handling}, {@code application}, {@code dependency}. */
  public List<Seen> of(String part) {
    return seen.stream()
        .filter(span -> part.equals(span.attributes().get("eventwright.part")))
        .toList();
  }

  /** How many of one part failed. */
  public long errors(String part) {
    return of(part).stream().filter(Seen::failed).count();
  }

  private static Seen seen(Span span) {
    Map<String, String> attributes = new TreeMap<>();
    for (KeyValue one : span.getAttributesList()) {
      attributes.put(one.getKey(), one.getValue().getStringValue());
    }
    return new Seen(
        span.getName(),
        hex(span.getTraceId().toByteArray()),
        hex(span.getSpanId().toByteArray()),
        hex(span.getParentSpanId().toByteArray()),
        span.getStatus().getCode() == Status.StatusCode.STATUS_CODE_ERROR,
        span.getLinksList().stream()
            .map(
                link ->
                    hex(link.getTraceId().toByteArray())
                        + "-"
                        + hex(link.getSpanId().toByteArray()))
            .toList(),
        attributes);
  }

  private static String hex(byte[] bytes) {
    return HexFormat.of().formatHex(bytes);
  }
}

package io.eventwright.runtime.trace;

import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.trace.data.LinkData;
import io.opentelemetry.sdk.trace.samplers.Sampler;
import io.opentelemetry.sdk.trace.samplers.SamplingResult;
import java.util.List;

/**
 * A journey is seen whole or not at all: who made the event has decided for all that follows. Where
 * a journey begins Lambda's own decision holds, which X-Ray's sampling rules make; where nobody has
 * decided, spans are kept.
 */
final class JourneySampler implements Sampler {

  @Override
  public SamplingResult shouldSample(
      Context parentContext,
      String traceId,
      String name,
      SpanKind spanKind,
      Attributes attributes,
      List<LinkData> parentLinks) {
    return sampled(Span.fromContext(parentContext).getSpanContext(), parentLinks)
        ? SamplingResult.recordAndSample()
        : SamplingResult.drop();
  }

  private static boolean sampled(SpanContext parent, List<LinkData> links) {
    if (parent.isValid() && !parent.isRemote()) {
      return parent.isSampled();
    }
    for (LinkData link : links) {
      if (link.getSpanContext().isValid()) {
        return link.getSpanContext().isSampled();
      }
    }
    return !parent.isValid() || parent.isSampled();
  }

  @Override
  public String getDescription() {
    return "journeys";
  }
}

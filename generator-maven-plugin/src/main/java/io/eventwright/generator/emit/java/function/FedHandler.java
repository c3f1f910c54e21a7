package io.eventwright.generator.emit.java.function;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import io.eventwright.generator.emit.java.RuntimeTypes;
import io.eventwright.generator.model.Channel;
import io.eventwright.generator.model.Feed;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The runtime's handler for each channel: the only place where Java knows one. */
final class FedHandler {
  private FedHandler() {}

  /** As the handler's Javadoc says it. */
  static String words(Feed feed) {
    Channel draining = feed.draining();
    return words(feed.channel())
        + (draining == null ? "" : ", while what is left before it drains: " + words(draining));
  }

  /** The handler of a worker. */
  static CodeBlock of(Feed feed) {
    return of(feed, FedHandler::of);
  }

  /** The handler of a projection. */
  static CodeBlock ofProjection(Feed feed) {
    return of(feed, FedHandler::projection);
  }

  private static CodeBlock of(Feed feed, Function<Channel, CodeBlock> handler) {
    Channel draining = feed.draining();
    CodeBlock current = handler.apply(feed.channel());
    return draining == null
        ? current
        : CodeBlock.of(
            "$T.of(\n$L,\n$L,\n$S)",
            RuntimeTypes.DRAINING_FUNCTION,
            current,
            handler.apply(draining),
            mark(feed.channel(), draining));
  }

  private static CodeBlock projection(Channel channel) {
    String method =
        channel instanceof Channel.Fifo
            ? "fifo"
            : channel instanceof Channel.Stream
                ? "stream"
                : channel instanceof Channel.Direct ? "direct" : "of";
    return CodeBlock.of(
        "$T.$L(DEFINITION, $T.fromEnvironment())",
        RuntimeTypes.PROJECTION_FUNCTION,
        method,
        RuntimeTypes.SYSTEM_RUNTIME);
  }

  private static CodeBlock of(Channel channel) {
    return CodeBlock.of(
        "$T.of(DEFINITION, $T.fromEnvironment())", handler(channel), RuntimeTypes.SYSTEM_RUNTIME);
  }

  private static ClassName handler(Channel channel) {
    if (channel instanceof Channel.Fifo) {
      return RuntimeTypes.FIFO_FUNCTION;
    }
    if (channel instanceof Channel.Stream) {
      return RuntimeTypes.STREAM_FUNCTION;
    }
    return channel instanceof Channel.Direct
        ? RuntimeTypes.DIRECT_FUNCTION
        : RuntimeTypes.QUEUE_FUNCTION;
  }

  private static String words(Channel channel) {
    if (channel instanceof Channel.Fifo fifo) {
      return fifo.by().isEmpty()
          ? "behind its queue, one at a time"
          : "behind its queue, one event of each " + String.join(".", fifo.by()) + " at a time";
    }
    if (channel instanceof Channel.Stream stream) {
      return "behind its stream, partitioned by " + String.join(".", stream.by());
    }
    if (channel instanceof Channel.FanOut) {
      return "behind its queue, which a topic feeds";
    }
    return channel instanceof Channel.Direct
        ? "called with each, without a queue"
        : "behind its queue";
  }

  /** What payloads of the draining channel have, and those of the other have not. */
  private static String mark(Channel current, @Nullable Channel draining) {
    if (draining instanceof Channel.Stream) {
      return "aws:kinesis";
    }
    boolean fromQueue = current instanceof Channel.Queue || current instanceof Channel.FanOut;
    return fromQueue ? ".fifo" : "aws:sqs";
  }
}

package io.eventwright.generator.emit.sam;

import io.eventwright.generator.emit.sam.view.FedFunctionView.SourceView;
import io.eventwright.generator.emit.sam.view.SettingView;
import io.eventwright.generator.emit.sam.view.StatementView;
import io.eventwright.generator.model.Channel;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How a function is fed from a queue of either kind, with every number derived. */
final class QueueSources {

  /** Receives of a message before it is a dead letter. */
  static final int RECEIVES = 5;

  /** Where the runtime counts real attempts, since waiting and blocking cost receives too. */
  static final int MOST_RECEIVES = 1000;

  private static final int BATCH_SIZE = 10;
  private static final int CONCURRENCY = 50;
  private static final int VISIBILITY_FACTOR = 6;

  private QueueSources() {}

  /** Six times the function's timeout and the window, as AWS Lambda asks for. */
  static long visibilitySeconds(long timeoutSeconds, Channel.Batching batching) {
    return VISIBILITY_FACTOR * timeoutSeconds + windowSeconds(batching);
  }

  static SourceView source(String name, String queueId, Channel.Batching batching, boolean fifo) {
    @Nullable Integer size = batching.size();
    @Nullable Integer concurrency = batching.concurrency();
    List<SettingView> settings = new ArrayList<>();
    settings.add(new SettingView("Queue", "!GetAtt " + queueId + ".Arn"));
    settings.add(new SettingView("BatchSize", String.valueOf(size == null ? BATCH_SIZE : size)));
    if (!fifo) {
      settings.add(
          new SettingView(
              "MaximumBatchingWindowInSeconds", String.valueOf(windowSeconds(batching))));
    }
    settings.add(new SettingView("FunctionResponseTypes", "[ReportBatchItemFailures]"));
    settings.add(
        new SettingView(
            "ScalingConfig",
            "{MaximumConcurrency: " + (concurrency == null ? CONCURRENCY : concurrency) + "}"));
    return new SourceView(name, "SQS", settings);
  }

  /**
   * What taking messages from a queue needs.
   *
   * @param handsBack whether the runtime itself hides what it hands back while a breaker is open
   */
  static StatementView take(String sid, String queueId, boolean handsBack) {
    List<String> actions = new ArrayList<>();
    if (handsBack) {
      actions.add("sqs:ChangeMessageVisibility");
    }
    actions.addAll(List.of("sqs:DeleteMessage", "sqs:GetQueueAttributes", "sqs:ReceiveMessage"));
    return new StatementView(sid, actions, "!GetAtt " + queueId + ".Arn", List.of());
  }

  private static long windowSeconds(Channel.Batching batching) {
    Duration window = batching.window();
    Integer size = batching.size();
    // Lambda takes more than ten messages only when it may wait for them.
    long least = size != null && size > BATCH_SIZE ? 1 : 0;
    return window == null ? least : Math.max(least, window.toSeconds());
  }
}

package io.eventwright.generator.emit.sam;

import io.eventwright.generator.emit.sam.view.DeadLettersView.SenderView;
import io.eventwright.generator.emit.sam.view.FedFunctionView.SourceView;
import io.eventwright.generator.emit.sam.view.RuleView;
import io.eventwright.generator.emit.sam.view.SettingView;
import io.eventwright.generator.emit.sam.view.StatementView;
import io.eventwright.generator.emit.sam.view.StreamView;
import io.eventwright.generator.model.Channel;
import io.eventwright.generator.model.EventSystem;
import io.eventwright.generator.model.ProjectionModel;
import io.eventwright.generator.model.WorkerModel;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A stream of its own, fed by a rule that takes the partition key from the event.
 *
 * @param consumer whom it feeds
 * @param fed whether new events go there
 */
record StreamFitting(Consumer consumer, boolean fed) {

  /** A week: an outage of a long weekend loses nothing. */
  static final int RETENTION_DAYS = 7;

  private static final int RETENTION_HOURS = 24 * RETENTION_DAYS;

  /** A day before the stream forgets, so that what is given up is always told. */
  private static final long OLDEST_SECONDS = 518_400;

  /** What fails that often fails by itself; a store that is down for minutes does not reach it. */
  private static final int RETRIES = 50;

  /** Records one after the other, a tenth of a second each, fill the function's time. */
  private static final int RECORDS_A_SECOND = 10;

  /** A fold calls nothing. */
  private static final int FOLDS_A_SECOND = 100;

  private static final int LARGEST_BATCH = 10_000;

  /** Whether anything of that system is fed by a stream. */
  static boolean isUsedIn(EventSystem system) {
    return Stream.concat(
            system.workers().stream()
                .filter(worker -> worker.trigger() != null)
                .map(WorkerModel::feed),
            system.projections().stream().map(ProjectionModel::feed))
        .anyMatch(
            feed ->
                feed.channel() instanceof Channel.Stream
                    || feed.draining() instanceof Channel.Stream);
  }

  void fit(Channel.Stream channel, Fitting fitting) {
    String id = consumer.id();
    String streamId = id + "Stream";
    if (fed) {
      rule(channel, streamId, fitting);
    }
    fitting
        .part(
            "sam/stream.yaml.vm",
            new StreamView(
                consumer.stack(),
                id,
                consumer.name(),
                channel.shards() == null
                    ? new StreamView.CapacityView("ON_DEMAND", 0)
                    : new StreamView.CapacityView("PROVISIONED", channel.shards()),
                RETENTION_HOURS,
                fed,
                consumer.busName()))
        .source(source(channel, streamId))
        .may(
            new StatementView(
                "ReadTheStream",
                List.of(
                    "kinesis:DescribeStream",
                    "kinesis:DescribeStreamSummary",
                    "kinesis:GetRecords",
                    "kinesis:GetShardIterator",
                    "kinesis:ListShards"),
                "!GetAtt " + streamId + ".Arn",
                List.of()))
        // Lambda asks for it, and the action knows no resources.
        .may(new StatementView("FindTheStream", List.of("kinesis:ListStreams"), "\"*\"", List.of()))
        .may(
            new StatementView(
                "KeepWhatIsGivenUp",
                List.of("s3:PutObject"),
                "!Sub \"${FailedRecordsBucket.Arn}/aws/lambda/*\"",
                List.of()))
        .may(
            new StatementView(
                "FindTheBucket",
                List.of("s3:ListBucket"),
                "!GetAtt FailedRecordsBucket.Arn",
                List.of()));
  }

  private void rule(Channel.Stream channel, String streamId, Fitting fitting) {
    String id = consumer.id();
    List<SettingView> settings = new ArrayList<>();
    settings.add(new SettingView("RoleArn", "!GetAtt " + id + "RuleRole.Arn"));
    settings.add(
        new SettingView(
            "KinesisParameters",
            "{PartitionKeyPath: $." + consumer.data() + String.join(".", channel.by()) + "}"));
    settings.addAll(NeedsTransformer.of(consumer.needs()));
    fitting
        .part(
            "sam/rule.yaml.vm",
            new RuleView(
                id,
                consumer.title(),
                "Feeds " + consumer.name() + ".",
                consumer.bus(),
                consumer.pattern(),
                streamId,
                "!GetAtt " + streamId + ".Arn",
                settings,
                consumer.deadLettersId()))
        // What the stream does not take for a day is a dead letter of the rule.
        .sender(
            new SenderView(
                "OnlyTheRuleSends",
                "events.amazonaws.com",
                "!GetAtt " + id + "Rule.Arn",
                List.of(consumer.deadLettersId())));
  }

  private SourceView source(Channel.Stream channel, String streamId) {
    Channel.Batching batching = channel.batching();
    @Nullable Duration window = batching.window();
    @Nullable Duration tumbling = channel.tumbling();
    List<SettingView> settings = new ArrayList<>();
    settings.add(new SettingView("Stream", "!GetAtt " + streamId + ".Arn"));
    settings.add(new SettingView("StartingPosition", "TRIM_HORIZON"));
    settings.add(new SettingView("BatchSize", String.valueOf(batchSize(channel))));
    settings.add(
        new SettingView(
            "MaximumBatchingWindowInSeconds",
            String.valueOf(window == null ? 0 : window.toSeconds())));
    settings.add(new SettingView("ParallelizationFactor", String.valueOf(channel.parallel())));
    if (tumbling != null) {
      settings.add(
          new SettingView("TumblingWindowInSeconds", String.valueOf(tumbling.toSeconds())));
    }
    settings.add(new SettingView("FunctionResponseTypes", "[ReportBatchItemFailures]"));
    settings.add(new SettingView("BisectBatchOnFunctionError", "true"));
    // A dependency that is away for long must not use up an event's retries: the runtime counts.
    settings.add(
        new SettingView(
            "MaximumRetryAttempts", String.valueOf(consumer.callsOutside() ? -1 : RETRIES)));
    settings.add(new SettingView("MaximumRecordAgeInSeconds", String.valueOf(OLDEST_SECONDS)));
    settings.add(
        new SettingView(
            "DestinationConfig",
            "{OnFailure: {Type: S3, Destination: !GetAtt FailedRecordsBucket.Arn}}"));
    // The alarm on what is given up looks at the event source's own metrics.
    settings.add(new SettingView("MetricsConfig", "{Metrics: [EventCount]}"));
    return new SourceView("Stream", "Kinesis", settings);
  }

  private int batchSize(Channel.Stream channel) {
    Integer chosen = channel.batching().size();
    if (chosen != null) {
      return chosen;
    }
    int rate = channel.tumbling() == null ? RECORDS_A_SECOND : FOLDS_A_SECOND;
    return (int) Math.min(LARGEST_BATCH, consumer.timeoutSeconds() * rate);
  }
}

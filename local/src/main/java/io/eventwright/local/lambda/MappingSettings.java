package io.eventwright.local.lambda;

import com.fasterxml.jackson.databind.JsonNode;
import io.eventwright.local.function.FunctionDefinition;
import io.eventwright.local.template.Properties;
import io.eventwright.local.template.Resource;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * An event source mapping as its template declares it.
 *
 * @param id its UUID
 * @param sourceArn the queue's or stream's ARN
 * @param function whom it feeds
 * @param batchSize at most that many records a batch
 * @param window how long a batch may be gathered
 * @param concurrency how many batches at once
 * @param reportsFailures whether the function names the failed records
 * @param enabled whether it feeds from the start
 * @param filter records that match nothing of it are dropped
 * @param retries of a stream's batch; -1 for ever
 * @param oldest of a stream's record; null for ever
 * @param bisect whether a stream's failed batch is halved
 * @param onFailure where a stream's abandoned batch is told; null for nowhere
 * @param reading how a stream is read
 */
public record MappingSettings(
    String id,
    String sourceArn,
    FunctionDefinition function,
    int batchSize,
    Duration window,
    int concurrency,
    boolean reportsFailures,
    boolean enabled,
    RecordFilter filter,
    int retries,
    @Nullable Duration oldest,
    boolean bisect,
    @Nullable String onFailure,
    StreamReading reading) {

  /** Lambda starts with five and scales; two show every race and leave a laptop some air. */
  private static final int USUAL_CONCURRENCY = 2;

  /** Reads a mapping's properties; null, with a problem noted, if it names no function. */
  public static @Nullable MappingSettings of(Resource resource, LambdaFunctions functions) {
    Properties properties = resource.properties();
    properties.without("Tags", "KmsKeyArn", "MetricsConfig");
    String source = properties.requiredText("EventSourceArn");
    boolean queue = source.startsWith("arn:aws:sqs:");
    boolean kinesis = source.startsWith("arn:aws:kinesis:");
    if (!queue && !kinesis && !source.startsWith("arn:aws:dynamodb:")) {
      properties.problem(
          "EventSourceArn",
          "unsupported-source",
          "must be a queue, a stream or a table's stream, not " + source);
    }
    FunctionDefinition function = functions.find(properties.requiredText("FunctionName"));
    if (function == null) {
      properties.problem("FunctionName", "unknown-function", "names no function of this template");
    }
    StreamReading reading = queue ? StreamReading.NONE : StreamReading.of(properties, kinesis);
    JsonNode filters = properties.tree("FilterCriteria");
    int oldest = properties.number("MaximumRecordAgeInSeconds", -1);
    int concurrency =
        properties.part("ScalingConfig").number("MaximumConcurrency", USUAL_CONCURRENCY);
    int batchSize = properties.number("BatchSize", queue ? 10 : 100);
    int window = properties.number("MaximumBatchingWindowInSeconds", 0);
    boolean reports = properties.texts("FunctionResponseTypes").contains("ReportBatchItemFailures");
    boolean enabled = properties.flag("Enabled", true);
    int retries = properties.number("MaximumRetryAttempts", -1);
    boolean bisect = properties.flag("BisectBatchOnFunctionError", false);
    String onFailure =
        properties.part("DestinationConfig").part("OnFailure").without("Type").text("Destination");
    RecordFilter filter = RecordFilter.of(filters, properties);
    if (queue && batchSize > 10 && window == 0) {
      properties.problem("BatchSize", "batch-without-window", "above 10 needs a batching window");
    }
    return function == null
        ? null
        : new MappingSettings(
            resource.ref(),
            source,
            function,
            batchSize,
            Duration.ofSeconds(window),
            concurrency,
            reports,
            enabled,
            filter,
            retries,
            oldest < 0 ? null : Duration.ofSeconds(oldest),
            bisect,
            onFailure,
            reading);
  }
}

package io.eventwright.runtime.observe;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Counts one batch's outcomes and writes them as one line in CloudWatch's embedded metric format:
 * namespace {@code Eventwright}, dimensions {@code System} and {@code Consumer} or another. Used by
 * one thread.
 */
public final class BatchMetrics {
  private static final JsonFactory FACTORY = new JsonFactory();
  private static final String LATENCY = "Latency";
  private static final int MOST_VALUES = 100;

  private final Map<Outcome, Integer> outcomes = new EnumMap<>(Outcome.class);
  private final Map<String, Integer> others = new TreeMap<>();
  private final List<Long> millis = new ArrayList<>();
  private final String dimension;
  private int received;
  private int refused;

  /** Of a consumer. */
  public BatchMetrics() {
    this("Consumer");
  }

  /**
   * Of something else.
   *
   * @param dimension what the journal's consumer is
   */
  public BatchMetrics(String dimension) {
    this.dimension = dimension;
  }

  /** Counts a record. */
  public void count(Outcome outcome) {
    received++;
    outcomes.merge(outcome, 1, Integer::sum);
  }

  /**
   * Keeps how long a record took; the format takes a hundred values a metric, the rest is left out.
   */
  public void took(long recordMillis) {
    if (millis.size() < MOST_VALUES) {
      millis.add(recordMillis);
    }
  }

  /** Notes that a record was not even tried, if so: a breaker is open. */
  public void refused(boolean byBreaker) {
    refused += byBreaker ? 1 : 0;
  }

  /** How many records were not even tried. */
  public int refused() {
    return refused;
  }

  /** Counts a quarantined record under its reason too, so that each can have its alarm. */
  public void rejected(String reason) {
    add("Quarantined-" + reason, 1);
  }

  /** Counts something that is no record's outcome. */
  public void add(String metric, int count) {
    others.merge(metric, count, Integer::sum);
  }

  /** How many records had that outcome. */
  public int of(Outcome outcome) {
    return outcomes.getOrDefault(outcome, 0);
  }

  /** Writes the line. */
  public void flush(Journal journal, long timestampMillis) {
    Map<String, Integer> metrics = new TreeMap<>(others);
    if (received > 0) {
      metrics.put("Received", received);
    }
    outcomes.forEach((outcome, count) -> metrics.put(outcome.metric(), count));
    StringWriter text = new StringWriter(512);
    try (JsonGenerator generator = FACTORY.createGenerator(text)) {
      generator.writeStartObject();
      declare(generator, metrics, timestampMillis);
      generator.writeStringField("System", journal.system());
      generator.writeStringField(dimension, journal.consumer());
      for (Map.Entry<String, Integer> metric : metrics.entrySet()) {
        generator.writeNumberField(metric.getKey(), metric.getValue());
      }
      if (!millis.isEmpty()) {
        generator.writeArrayFieldStart(LATENCY);
        for (long one : millis) {
          generator.writeNumber(one);
        }
        generator.writeEndArray();
      }
      generator.writeEndObject();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    journal.print(text.append('\n').toString());
  }

  private void declare(JsonGenerator generator, Map<String, Integer> metrics, long timestampMillis)
      throws IOException {
    generator.writeObjectFieldStart("_aws");
    generator.writeNumberField("Timestamp", timestampMillis);
    generator.writeArrayFieldStart("CloudWatchMetrics");
    generator.writeStartObject();
    generator.writeStringField("Namespace", "Eventwright");
    generator.writeArrayFieldStart("Dimensions");
    generator.writeStartArray();
    generator.writeString("System");
    generator.writeString(dimension);
    generator.writeEndArray();
    generator.writeEndArray();
    generator.writeArrayFieldStart("Metrics");
    for (String name : metrics.keySet()) {
      generator.writeStartObject();
      generator.writeStringField("Name", name);
      generator.writeStringField("Unit", "Count");
      generator.writeEndObject();
    }
    if (!millis.isEmpty()) {
      generator.writeStartObject();
      generator.writeStringField("Name", LATENCY);
      generator.writeStringField("Unit", "Milliseconds");
      generator.writeEndObject();
    }
    generator.writeEndArray();
    generator.writeEndObject();
    generator.writeEndArray();
    generator.writeEndObject();
  }
}

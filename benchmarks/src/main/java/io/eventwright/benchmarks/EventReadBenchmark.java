package io.eventwright.benchmarks;

import com.example.quickstart.OrderPlacedV2;
import com.example.quickstart.OrderPlacedV2Codec;
import com.example.quickstart.OrderPlacedV2_0Validator;
import com.fasterxml.jackson.core.JsonParser;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.eventwright.runtime.json.Json;
import io.eventwright.runtime.json.JsonParseFailure;
import io.eventwright.runtime.json.JsonValue;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/**
 * From bytes to a validated record: generated code beside Jackson's databind with networknt's
 * validator, which is what a team would write by hand.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class EventReadBenchmark {
  private static final byte[] EVENT =
      """
      {"orderId":"c2b8a7de-1d3f-4c55-b7d1-6f0a9e8d7c21","customerId":"c-77","sku":"TEA-0001","quantity":3,
       "price":{"amount":890,"currency":"GBP"},"placedAt":"2026-11-02T09:32:00Z","giftMessage":"For the best mornings."}
      """
          .getBytes(StandardCharsets.UTF_8);

  private final ObjectMapper mapper = new ObjectMapper();
  private Schema schema;

  /** An order as a plain record, for the peer to bind. */
  public record PlainOrder(
      String orderId,
      String customerId,
      String sku,
      int quantity,
      PlainMoney price,
      String placedAt,
      String giftMessage) {}

  /** Money, likewise. */
  public record PlainMoney(long amount, String currency) {}

  /** Loads the very schema files that ours are compiled from, and makes sure that both work. */
  @Setup
  public void load() throws JsonParseFailure {
    SchemaRegistry registry =
        SchemaRegistry.withDefaultDialect(
            SpecificationVersion.DRAFT_2020_12,
            builder ->
                builder.schemaIdResolvers(
                    resolvers ->
                        resolvers.mapPrefix(
                            "https://schemas.example.com/quickstart/", "classpath:schemas/")));
    schema =
        registry.getSchema(
            SchemaLocation.of("https://schemas.example.com/quickstart/order-placed/2.0.json"));
    if (peerValidates() != 0 || !oursValidates()) {
      throw new IllegalStateException("the event must be valid for both");
    }
    if (schema.validate(mapper.readTree("{}")).isEmpty()) {
      throw new IllegalStateException("the peer has not loaded the schema");
    }
  }

  /** Ours: parse and validate. */
  @Benchmark
  public boolean oursValidates() throws JsonParseFailure {
    return OrderPlacedV2_0Validator.INSTANCE.isValid(Json.parse(EVENT));
  }

  /** Theirs: parse and validate. */
  @Benchmark
  public int peerValidates() {
    return schema.validate(mapper.readTree(EVENT)).size();
  }

  /** Ours: parse, validate, and read the record. */
  @Benchmark
  public OrderPlacedV2 oursReads() throws IOException, JsonParseFailure {
    JsonValue value = Json.parse(EVENT);
    if (!OrderPlacedV2_0Validator.INSTANCE.isValid(value)) {
      throw new IllegalStateException();
    }
    JsonParser parser = Json.parser(value);
    parser.nextToken();
    return OrderPlacedV2Codec.INSTANCE.read(parser);
  }

  /** Theirs: parse, validate, and bind the record. */
  @Benchmark
  public PlainOrder peerReads() {
    JsonNode node = mapper.readTree(EVENT);
    if (!schema.validate(node).isEmpty()) {
      throw new IllegalStateException();
    }
    return mapper.treeToValue(node, PlainOrder.class);
  }
}

package io.eventwright.local.kinesis;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.cbor.CBORFactory;
import com.fasterxml.jackson.dataformat.cbor.CBORGenerator;
import io.eventwright.local.gateway.AwsFault;
import io.eventwright.local.gateway.AwsRequest;
import io.eventwright.local.gateway.AwsResponse;
import io.eventwright.local.json.Json;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.Base64;
import java.util.Map;
import java.util.Set;

/**
 * The two forms in which Kinesis is spoken: JSON, with bytes in base64 and times in seconds, and
 * CBOR, which the SDK for Java uses unless told otherwise, with bytes as they are and times in
 * milliseconds.
 */
final class Protocol {

  private static final String CBOR = "application/x-amz-cbor-1.1";
  private static final String JSON = "application/x-amz-json-1.1";
  private static final int EPOCH_TAG = 1;
  private static final ObjectMapper CBOR_MAPPER = new ObjectMapper(new CBORFactory());

  /** Members that are times; within the tree they are milliseconds. */
  private static final Set<String> TIMES =
      Set.of("ApproximateArrivalTimestamp", "StreamCreationTimestamp", "Timestamp");

  private Protocol() {}

  private static boolean cbor(AwsRequest request) {
    return request.header("content-type").contains("cbor");
  }

  /** The request's members; times in milliseconds, bytes still as the form has them. */
  static ObjectNode read(AwsRequest request) {
    if (!cbor(request)) {
      ObjectNode body = request.json();
      if (body.path("Timestamp").isNumber()) {
        BigDecimal seconds = body.path("Timestamp").decimalValue();
        body.put("Timestamp", seconds.movePointRight(3).longValue());
      }
      return body;
    }
    try {
      JsonNode body =
          request.body().length == 0 ? Json.object() : CBOR_MAPPER.readTree(request.body());
      if (body instanceof ObjectNode object) {
        return object;
      }
    } catch (IOException e) {
      throw new AwsFault(400, "SerializationException", String.valueOf(e.getMessage()));
    }
    throw new AwsFault(400, "SerializationException", "the body is no map");
  }

  /** A member that holds bytes. */
  static byte[] bytes(JsonNode node) {
    try {
      return node.isBinary() ? node.binaryValue() : Base64.getDecoder().decode(node.asText());
    } catch (IOException | IllegalArgumentException e) {
      throw new AwsFault(400, "SerializationException", "Data is no base64: " + e.getMessage());
    }
  }

  /** An answer in the form of its request. */
  static AwsResponse answer(AwsRequest request, ObjectNode body) {
    return new AwsResponse(200, Map.of("Content-Type", type(request)), body(request, body));
  }

  /** A refusal in the form of its request. */
  static AwsResponse fault(AwsRequest request, AwsFault fault) {
    ObjectNode body = Json.object().put("__type", fault.code());
    body.put("message", String.valueOf(fault.getMessage()));
    return new AwsResponse(
        fault.response().status(),
        Map.of("Content-Type", type(request), "x-amzn-ErrorType", fault.code()),
        body(request, body));
  }

  private static String type(AwsRequest request) {
    return cbor(request) ? CBOR : JSON;
  }

  private static byte[] body(AwsRequest request, ObjectNode body) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (JsonGenerator generator =
        cbor(request) ? CBOR_MAPPER.getFactory().createGenerator(bytes) : Json.generator(bytes)) {
      write(generator, "", body);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  private static void write(JsonGenerator generator, String name, JsonNode value)
      throws IOException {
    if (value.isObject()) {
      generator.writeStartObject();
      for (Map.Entry<String, JsonNode> member : value.properties()) {
        generator.writeFieldName(member.getKey());
        write(generator, member.getKey(), member.getValue());
      }
      generator.writeEndObject();
    } else if (value.isArray()) {
      generator.writeStartArray();
      for (JsonNode item : value) {
        write(generator, name, item);
      }
      generator.writeEndArray();
    } else if (TIMES.contains(name)) {
      time(generator, value.asLong());
    } else if (value.isBinary()) {
      generator.writeBinary(value.binaryValue());
    } else if (value.isBoolean()) {
      generator.writeBoolean(value.asBoolean());
    } else if (value.isIntegralNumber()) {
      generator.writeNumber(value.asLong());
    } else {
      generator.writeString(value.asText());
    }
  }

  private static void time(JsonGenerator generator, long millis) throws IOException {
    if (generator instanceof CBORGenerator cbor) {
      cbor.writeTag(EPOCH_TAG);
      cbor.writeNumber(millis);
    } else {
      generator.writeNumber(BigDecimal.valueOf(millis, 3));
    }
  }
}

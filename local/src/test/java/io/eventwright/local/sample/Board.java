package io.eventwright.local.sample;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.eventwright.runtime.SystemRuntime;
import io.eventwright.runtime.event.Codec;
import io.eventwright.runtime.event.EventType;
import io.eventwright.runtime.function.ProjectionFunction;
import io.eventwright.runtime.json.JsonValue;
import io.eventwright.runtime.json.ValidationResult;
import io.eventwright.runtime.json.Validator;
import io.eventwright.runtime.projection.ProjectionDefinition;
import io.eventwright.runtime.projection.ProjectionType;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;

/** A projection as generated code makes one: who has how many points in which season. */
public final class Board implements RequestStreamHandler {

  /** Points of a season. */
  public record Points(String season, long total) {}

  private static final Codec<Points> CODEC =
      new Codec<>() {
        @Override
        public Points read(JsonParser parser) throws IOException {
          String season = "";
          long total = 0;
          while (parser.nextToken() == JsonToken.FIELD_NAME) {
            boolean isSeason = parser.currentName().equals("season");
            parser.nextToken();
            if (isSeason) {
              season = parser.getText();
            } else {
              total = parser.getLongValue();
            }
          }
          return new Points(season, total);
        }

        @Override
        public void write(Points points, JsonGenerator generator) throws IOException {
          generator.writeStartObject();
          generator.writeStringField("season", points.season());
          generator.writeNumberField("total", points.total());
          generator.writeEndObject();
        }
      };

  private static final Validator ANYTHING =
      new Validator() {
        @Override
        public boolean isValid(JsonValue value) {
          return true;
        }

        @Override
        public ValidationResult validate(JsonValue value, int limit) {
          return ValidationResult.valid();
        }
      };

  /** The projection. */
  public static final ProjectionType<Points> TYPE =
      new ProjectionType<>("board", CODEC, ANYTHING).sharded(2).descendingBy("total");

  private static final EventType<Points> SCORED =
      new EventType<>("operated", "scored", 1, CODEC, List.of(ANYTHING));

  private final RequestStreamHandler handler =
      ProjectionFunction.of(
          ProjectionDefinition.of(TYPE)
              .from(SCORED, event -> event.data().season(), event -> event.data())
              .build(),
          SystemRuntime.fromEnvironment());

  @Override
  public void handleRequest(InputStream input, OutputStream output, Context context)
      throws IOException {
    handler.handleRequest(input, output, context);
  }
}

package io.eventwright.runtime.route;

import io.eventwright.runtime.entity.EntityState;
import io.eventwright.runtime.event.CodecText;
import io.eventwright.runtime.hash.Sha256;
import io.eventwright.runtime.http.HttpRequest;
import io.eventwright.runtime.http.HttpResponse;
import io.eventwright.runtime.http.Problem;
import io.eventwright.runtime.json.Json;
import io.eventwright.runtime.json.JsonArray;
import io.eventwright.runtime.json.JsonNumber;
import io.eventwright.runtime.json.JsonObject;
import io.eventwright.runtime.json.JsonParseFailure;
import io.eventwright.runtime.json.JsonString;
import io.eventwright.runtime.json.JsonValue;
import io.eventwright.runtime.log.EntityReader;
import io.eventwright.runtime.projection.ProjectionReader;
import io.eventwright.runtime.projection.ProjectionRow;
import io.eventwright.runtime.route.RouteAction.Key;
import io.eventwright.runtime.store.Page;
import io.eventwright.runtime.store.Timestamps;
import io.eventwright.runtime.time.Backoff;
import io.eventwright.runtime.time.Deadline;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Answers what a GET asks for, as JSON without sensitive fields. */
public final class Reads {
  private static final Backoff BACKOFF = new Backoff(50, 400);

  /** A client that waits for its own write waits so long here, and then asks again. */
  private static final long PATIENCE_MILLIS = 3_000;

  private final RouteDefinition route;
  private final String system;

  /**
   * Reads of a route.
   *
   * @param system whose events the rows come from
   */
  public Reads(RouteDefinition route, String system) {
    this.route = route;
    this.system = system;
  }

  /** The entity's {@code id}, {@code version} and {@code state}; its version is its tag. */
  public <S> HttpResponse entity(
      RouteAction.ReadEntity<S> read,
      EntityReader<S> reader,
      HttpRequest request,
      Deadline deadline)
      throws Problem {
    String id = key(read.key(), request);
    long least = ReadParameters.leastVersion(request);
    EntityState<S> entity = reader.current(id);
    Deadline patience = patience(deadline);
    for (int tries = 0; entity.version() < least; tries++) {
      if (!BACKOFF.pause(tries, patience)) {
        throw notYet(entity.version(), least);
      }
      entity = reader.current(id);
    }
    S state = entity.current();
    if (state == null) {
      throw Problem.of(404, "not-found", "Not found", "there is none of that id");
    }
    JsonObject body =
        JsonObject.builder()
            .put("id", new JsonString(id))
            .put("version", JsonNumber.of(entity.version()))
            .put("state", shown(CodecText.write(read.type().codec(), state)))
            .build();
    return tagged(body, Long.toString(entity.version()), request);
  }

  /** A page of rows: {@code items}, and {@code next} when there are more. */
  public <R> HttpResponse rows(
      RouteAction.ReadRows<R> read,
      ProjectionReader<R> reader,
      HttpRequest request,
      Deadline deadline)
      throws Problem {
    String key = key(read.key(), request);
    int limit = ReadParameters.limit(request);
    String after = ReadParameters.after(request);
    long least = ReadParameters.leastVersion(request);
    if (least > 0) {
      await(reader, key, ReadParameters.subject(request), least, patience(deadline));
    }
    Page<ProjectionRow<R>> page = reader.rows(key, after, limit);
    List<JsonValue> items = new ArrayList<>();
    for (ProjectionRow<R> row : page.items()) {
      items.add(
          JsonObject.builder()
              .put("subject", new JsonString(row.subject()))
              .put("version", JsonNumber.of(Long.parseLong(row.version())))
              .put("at", new JsonString(Timestamps.text(row.at())))
              .put("row", shown(CodecText.write(read.type().codec(), row.row())))
              .build());
    }
    JsonObject.Builder body = JsonObject.builder().put("items", JsonArray.of(items));
    if (page.next() != null) {
      body.put("next", new JsonString(ReadParameters.cursor(page.next())));
    }
    JsonObject document = body.build();
    String tag = Sha256.hex(document.toString().getBytes(StandardCharsets.UTF_8)).substring(0, 32);
    return tagged(document, tag, request);
  }

  private <R> void await(
      ProjectionReader<R> reader, String key, String subject, long least, Deadline patience)
      throws Problem {
    for (int tries = 0; ; tries++) {
      long version =
          reader.row(key, system, subject).map(row -> Long.parseLong(row.version())).orElse(0L);
      if (version >= least) {
        return;
      }
      if (!BACKOFF.pause(tries, patience)) {
        throw notYet(version, least);
      }
      // It may be waiting for rows that nobody writes any more.
      reader.refresh();
    }
  }

  private static Deadline patience(Deadline deadline) {
    Deadline patience = Deadline.in(PATIENCE_MILLIS);
    return () -> Math.min(patience.remainingMillis(), deadline.remainingMillis());
  }

  private static Problem notYet(long version, long least) {
    Problem problem =
        version == 0
            ? Problem.of(404, "not-found", "Not found", "there is none yet; ask again")
            : Problem.of(
                409,
                "version-not-reached",
                "Version not reached",
                "it is at version " + version + ", before " + least + "; ask again");
    return problem.with("retry-after", "1");
  }

  private String key(Key key, HttpRequest request) throws Problem {
    RequestData.requireOwn(route, request);
    String value = RequestData.value(key, request);
    if (value.length() > 512) {
      throw Problem.of(404, "not-found", "Not found", "there is none of that id");
    }
    return value;
  }

  private JsonValue shown(String text) {
    try {
      return FieldMask.without(Json.parse(text), route.hidden());
    } catch (JsonParseFailure e) {
      throw new IllegalStateException("a codec wrote what is no JSON", e);
    }
  }

  private static HttpResponse tagged(JsonObject body, String tag, HttpRequest request) {
    String quoted = "\"" + tag + "\"";
    HttpResponse response =
        ReadParameters.knows(request, quoted)
            ? new HttpResponse(304, Map.of("cache-control", "no-store"), "")
            : HttpResponse.json(200, body.toString());
    return response.with("etag", quoted).with("cache-control", "private, no-cache");
  }
}

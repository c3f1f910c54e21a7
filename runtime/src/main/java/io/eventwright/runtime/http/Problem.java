package io.eventwright.runtime.http;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.eventwright.runtime.json.Violation;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Why a request is not served, as RFC 9457 ({@code application/problem+json}) writes it: {@code
 * type}, {@code title}, {@code status}, {@code detail}, {@code code}, and for a body that breaks
 * its schema {@code errors}, each with {@code detail} and a JSON {@code pointer} into the body.
 */
public final class Problem extends Exception {
  private static final long serialVersionUID = 1L;
  private static final JsonFactory FACTORY = new JsonFactory();

  private final int status;
  private final String code;
  private final String title;
  private final transient List<Violation> violations;
  private final transient Map<String, String> headers;

  private Problem(
      int status,
      String code,
      String title,
      String detail,
      List<Violation> violations,
      Map<String, String> headers) {
    super(detail, null, false, false);
    this.status = status;
    this.code = code;
    this.title = title;
    this.violations = List.copyOf(violations);
    this.headers = Map.copyOf(headers);
  }

  /**
   * A problem.
   *
   * @param code a stable word for machines, such as {@code key-missing}
   * @param title the same for every problem of that code
   * @param detail what is wrong with this request; without values of the body, which may be
   *     sensitive
   */
  public static Problem of(int status, String code, String title, String detail) {
    return new Problem(status, code, title, detail, List.of(), Map.of());
  }

  /** The same with what the schema found. */
  public Problem with(List<Violation> found) {
    return new Problem(status, code, title, detail(), found, headers);
  }

  /** The same with one more header. */
  public Problem with(String name, String value) {
    Map<String, String> more = new TreeMap<>(headers);
    more.put(name, value);
    return new Problem(status, code, title, detail(), violations, more);
  }

  /** The HTTP status. */
  public int status() {
    return status;
  }

  /** The word for machines. */
  public String code() {
    return code;
  }

  /** As a response. */
  public HttpResponse response() {
    HttpResponse response =
        new HttpResponse(
            status,
            Map.of("content-type", "application/problem+json", "cache-control", "no-store"),
            body());
    for (Map.Entry<String, String> header : headers.entrySet()) {
      response = response.with(header.getKey(), header.getValue());
    }
    return response;
  }

  private String detail() {
    return String.valueOf(getMessage());
  }

  private String body() {
    StringWriter text = new StringWriter();
    try (JsonGenerator generator = FACTORY.createGenerator(text)) {
      generator.writeStartObject();
      generator.writeStringField("type", "urn:eventwright:problem:" + code);
      generator.writeStringField("title", title);
      generator.writeNumberField("status", status);
      generator.writeStringField("detail", detail());
      generator.writeStringField("code", code);
      if (!violations.isEmpty()) {
        generator.writeArrayFieldStart("errors");
        for (Violation violation : violations) {
          generator.writeStartObject();
          generator.writeStringField("pointer", violation.instancePointer());
          generator.writeStringField("keyword", violation.keyword());
          generator.writeStringField("detail", violation.message());
          generator.writeEndObject();
        }
        generator.writeEndArray();
      }
      generator.writeEndObject();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return text.toString();
  }
}

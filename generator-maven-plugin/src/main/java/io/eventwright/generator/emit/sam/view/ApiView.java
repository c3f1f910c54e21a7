package io.eventwright.generator.emit.sam.view;

import java.util.List;

/**
 * The API that routes belong to.
 *
 * @param stack the system
 * @param rest whether it is a REST API; else an HTTP API
 * @param description what it is, and why nobody is asked who calls where nobody is
 * @param authorizer {@code tokens}, {@code iam} or {@code none}
 * @param issuer of tokens; for a REST API the user pool's ARN in the template's language; empty
 *     without tokens
 * @param audience of tokens
 * @param scopes any of which a token must have; empty when none is asked for
 * @param logFormat of a line of the access log
 * @param rate requests a second that a route takes
 * @param burst requests at once that a route takes
 * @param cors what browsers are told about pages of other origins
 * @param models what bodies must fit before a function sees them; only for a REST API
 */
public record ApiView(
    StackView stack,
    boolean rest,
    String description,
    String authorizer,
    String issuer,
    List<String> audience,
    List<String> scopes,
    String logFormat,
    int rate,
    int burst,
    CorsView cors,
    List<ModelView> models) {

  /** Keeps the lists immutable. */
  public ApiView {
    audience = List.copyOf(audience);
    scopes = List.copyOf(scopes);
    models = List.copyOf(models);
  }

  /**
   * A REST API's model: coarse, so that it never refuses what the function would take.
   *
   * @param name alphanumeric
   * @param required members that every body has
   */
  public record ModelView(String name, List<String> required) {
    public ModelView {
      required = List.copyOf(required);
    }
  }
}

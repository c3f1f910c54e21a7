package io.eventwright.local.api;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What an API tells browsers about pages of other origins. */
public interface CrossOrigin {

  /** An API that tells nothing: an {@code OPTIONS} is a request as any other. */
  CrossOrigin NONE =
      new CrossOrigin() {
        @Override
        public @Nullable ApiResponse preflight(ApiCall call, List<RouteDefinition> routes) {
          return null;
        }

        @Override
        public ApiResponse onAnswer(ApiCall call, ApiResponse answer) {
          return answer;
        }

        @Override
        public ApiResponse onRefusal(ApiResponse refusal) {
          return refusal;
        }
      };

  /**
   * The API's own answer to an {@code OPTIONS} that no route takes; null when it has none.
   *
   * @param routes of the API
   */
  @Nullable ApiResponse preflight(ApiCall call, List<RouteDefinition> routes);

  /** What a function answered, as a client gets it. */
  ApiResponse onAnswer(ApiCall call, ApiResponse answer);

  /** What the API refused itself, as a client gets it. */
  ApiResponse onRefusal(ApiResponse refusal);
}

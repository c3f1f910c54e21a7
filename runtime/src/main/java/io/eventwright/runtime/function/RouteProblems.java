package io.eventwright.runtime.function;

import io.eventwright.runtime.call.AttemptRunning;
import io.eventwright.runtime.commit.TryAgain;
import io.eventwright.runtime.guard.DependencyUnavailable;
import io.eventwright.runtime.http.Problem;
import io.eventwright.runtime.intake.Rejection;

/** What a failure is in HTTP's words. */
final class RouteProblems {
  private RouteProblems() {}

  static Problem of(Throwable failure) {
    if (failure instanceof Problem problem) {
      return problem;
    }
    if (failure instanceof Rejection rejection) {
      return rejected(rejection);
    }
    if (failure instanceof TryAgain && failure.getCause() instanceof AttemptRunning) {
      return Problem.of(
              409,
              "in-progress",
              "Request in progress",
              "the same request is being served; ask again for its result")
          .with("retry-after", "1");
    }
    if (failure instanceof TryAgain || failure instanceof DependencyUnavailable) {
      return Problem.of(
              503,
              "unavailable",
              "Not available now",
              "nothing has happened that a repetition would double; send the same request again")
          .with("retry-after", "1");
    }
    // The message of a foreign failure may hold what is nobody's business.
    return Problem.of(500, "failed", "Failed", "the request failed; its id finds it in the log");
  }

  private static Problem rejected(Rejection rejection) {
    String word = rejection.reason().word();
    String sentence = String.valueOf(rejection.getMessage());
    return switch (rejection.reason()) {
      case SCHEMA_VIOLATED ->
          Problem.of(
                  422,
                  word,
                  "Body does not fit",
                  "the body breaks " + rejection.schema() + "; errors says where")
              .with(rejection.violations());
      case UNREADABLE, NO_KEY, NOT_AN_EVENT, NOT_JSON ->
          Problem.of(422, word, "Body does not fit", sentence);
      case PAYLOAD_CHANGED ->
          Problem.of(
              422,
              "key-reused",
              "Idempotency-Key was used for another request",
              "the same Idempotency-Key came before with another body; use a new one");
      case TOO_LARGE -> Problem.of(413, word, "Too large", sentence);
      default -> Problem.of(500, word, "Failed", "the request can not be served; see the log");
    };
  }
}

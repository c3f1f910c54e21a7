package io.eventwright.local.states.query;

import io.eventwright.local.states.json.Json;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Calls intrinsic functions, innermost first. */
public final class Intrinsics {
  private static final int MOST_CALLS = 10;

  private Intrinsics() {}

  static @Nullable Object call(String expression, PathQuery query) {
    return call(IntrinsicParser.parse(expression), query, expression);
  }

  private static @Nullable Object call(
      IntrinsicParser.Call call, PathQuery query, String expression) {
    List<@Nullable Object> arguments = new ArrayList<>();
    for (IntrinsicParser.Term term : call.arguments()) {
      arguments.add(value(term, query, expression));
    }
    try {
      return IntrinsicFunctions.call(call.name(), arguments);
    } catch (IllegalArgumentException | ClassCastException failure) {
      throw failed(expression, String.valueOf(failure.getMessage()));
    }
  }

  private static @Nullable Object value(
      IntrinsicParser.Term term, PathQuery query, String expression) {
    if (term instanceof IntrinsicParser.Constant constant) {
      return constant.value();
    }
    if (term instanceof IntrinsicParser.Path path) {
      try {
        return query.read(path.path());
      } catch (JsonPaths.NotFound missing) {
        throw failed(
            expression,
            "The JsonPath argument for the field '%s' could not be found in the input '%s'"
                .formatted(path.path(), Json.write(query.input())));
      }
    }
    return call((IntrinsicParser.Call) term, query, expression);
  }

  private static QueryFailure failed(String expression, String reason) {
    return QueryFailure.runtime(
        "The function '%s' had the following error: %s".formatted(expression, reason));
  }

  /** Why the text is not a call of a known intrinsic function, or null when it is one. */
  public static @Nullable String problem(String expression) {
    try {
      IntrinsicParser.Call call = IntrinsicParser.parse(expression);
      return calls(call) > MOST_CALLS
          ? "At most " + MOST_CALLS + " intrinsic functions can be nested in a field"
          : problem(call);
    } catch (QueryFailure invalid) {
      return invalid.getMessage();
    }
  }

  private static int calls(IntrinsicParser.Term term) {
    return term instanceof IntrinsicParser.Call call
        ? 1 + call.arguments().stream().mapToInt(Intrinsics::calls).sum()
        : 0;
  }

  private static @Nullable String problem(IntrinsicParser.Term term) {
    if (term instanceof IntrinsicParser.Path path) {
      return Paths.problem(path.path());
    }
    if (term instanceof IntrinsicParser.Call call) {
      if (!IntrinsicFunctions.NAMES.contains(call.name())) {
        return "Unknown intrinsic function: '" + call.name() + "'";
      }
      for (IntrinsicParser.Term argument : call.arguments()) {
        String problem = problem(argument);
        if (problem != null) {
          return problem;
        }
      }
    }
    return null;
  }
}

package io.eventwright.local.states;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The members of a request, each read as the type the operation wants. */
record Request(Map<String, @Nullable Object> json) {

  private static final int LARGEST_PAGE = 1000;

  String text(String name) {
    if (json.get(name) instanceof String text) {
      return text;
    }
    throw new StepFunctionsException(
        "ValidationException",
        "1 validation error detected: Value at '"
            + name
            + "' failed to satisfy constraint: Member must not be null");
  }

  @Nullable String optional(String name) {
    return json.get(name) instanceof String text ? text : null;
  }

  String or(String name, String otherwise) {
    return json.get(name) instanceof String text ? text : otherwise;
  }

  boolean flag(String name, boolean otherwise) {
    return json.get(name) instanceof Boolean flag ? flag : otherwise;
  }

  /** One page of the items, from where {@code nextToken} says; a token is a position. */
  Map<String, @Nullable Object> page(String member, List<@Nullable Object> items, int usual) {
    int size = json.get("maxResults") instanceof Number most ? most.intValue() : usual;
    if (size > LARGEST_PAGE) {
      throw new StepFunctionsException(
          "ValidationException",
          "1 validation error detected: Value '"
              + size
              + "' at 'maxResults' failed to satisfy constraint: Member must have value less than"
              + " or equal to "
              + LARGEST_PAGE);
    }
    int from = 0;
    try {
      from = Integer.parseInt(or("nextToken", "0"));
    } catch (NumberFormatException invalid) {
      throw new StepFunctionsException("InvalidToken", "Invalid Token: 'Invalid token'");
    }
    int start = Math.max(0, Math.min(from, items.size()));
    int end = Math.min(items.size(), start + (size <= 0 ? usual : size));
    Map<String, @Nullable Object> page = new LinkedHashMap<>();
    page.put(member, List.copyOf(items.subList(start, end)));
    if (end < items.size()) {
      page.put("nextToken", String.valueOf(end));
    }
    return page;
  }
}

package io.eventwright.local.junit;

import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;

/** An interceptor's call and reply as texts, as they go through the wall between class loaders. */
final class Interception {

  private Interception() {}

  static Map<String, String> run(
      Interceptor interceptor, Map<String, String> call, Supplier<Map<String, String>> proceed) {
    Interceptor.Reply reply =
        interceptor.intercept(
            new Interceptor.Call(
                text(call, "service"),
                text(call, "operation"),
                text(call, "path"),
                text(call, "caller"),
                text(call, "body")),
            () -> answered(proceed.get()));
    return switch (reply.kind()) {
      case ANSWERED -> Map.of();
      case GIVEN -> Map.of("body", reply.body());
      case CUT -> Map.of("cut", "true");
      case FAULT ->
          Map.of(
              "status", String.valueOf(reply.status()),
              "code", reply.code(),
              "message", reply.body());
    };
  }

  private static Interceptor.Reply answered(Map<String, String> answer) {
    return new Interceptor.Reply(
        Interceptor.Reply.Kind.ANSWERED,
        Integer.parseInt(text(answer, "status")),
        "",
        text(answer, "body"));
  }

  private static String text(Map<String, String> map, String name) {
    return Objects.requireNonNull(map.get(name));
  }
}

package io.eventwright.proof.saga;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;

/**
 * A saga made up from a seed: its {@code system.yaml}, the event it starts on, and which of its
 * steps that event leads through.
 */
final class RandomSaga {
  private static final List<String> KINDS = List.of("a", "b", "c");
  private static final int DEEPEST = 2;

  private static final String PART_WORKERS =
      """
        part-one: { changes: account by tripId }
        undo-part-one: { changes: account by tripId }
        part-two: { changes: account by tripId }
        undo-part-two: { changes: account by tripId }
      """;

  private static final String PART =
      """
        part:
          on: part-requested@1
          steps:
            - part-one: { undo: undo-part-one }
            - part-two: { undo: undo-part-two }
          done: part-booked@1
          undone: part-cancelled@1
      """;

  private final Random random;
  private final StringBuilder workers = new StringBuilder();
  private final Set<String> taken = new LinkedHashSet<>();
  private final Set<String> served = new LinkedHashSet<>();
  private final Set<String> nested = new LinkedHashSet<>();
  private final List<String> beating = new ArrayList<>();
  private final Set<String> kindsOfSteps = new LinkedHashSet<>();
  private final List<String> places = new ArrayList<>(List.of("Claim event"));
  private final List<Integer> items = new ArrayList<>();
  private final String kind;
  private final String language;
  private final String steps;
  private int number;
  private int blocks;
  private boolean noReturn;

  RandomSaga(long seed) {
    random = new Random(seed);
    kind = KINDS.get(random.nextInt(KINDS.size()));
    for (int i = random.nextInt(4); i > 0; i--) {
      items.add(i);
    }
    language = random.nextInt(4) == 0 ? "jsonpath" : "jsonata";
    steps = block(6, 0, List.of(""), true);
    places.addAll(List.of("end/done", "end/undone"));
    if (kindsOfSteps.contains("saga")) {
      places.addAll(List.of("part-one/do", "part-two/do", "part-two/undo"));
    }
  }

  /** A list of steps in YAML; {@code instances} are the indexes under which it is run, if it is. */
  private String block(int indent, int depth, List<String> instances, boolean mayNotReturn) {
    StringBuilder text = new StringBuilder();
    int count = 1 + random.nextInt(depth == 0 ? 4 : 2);
    for (int i = 0; i < count; i++) {
      text.append(step(indent, depth, instances));
      if (mayNotReturn && !noReturn && i > 0 && random.nextInt(6) == 0) {
        text.append(" ".repeat(indent)).append("- point-of-no-return\n");
        kindsOfSteps.add("point-of-no-return");
        noReturn = true;
        i = Math.min(i, count - 2);
      }
    }
    return text.toString();
  }

  private String step(int indent, int depth, List<String> instances) {
    String name = "s" + ++number;
    String pad = " ".repeat(indent);
    int choice = depth < DEEPEST ? random.nextInt(17) : 10 + random.nextInt(12);
    boolean alone = instances.equals(List.of(""));
    switch (choice) {
      case 10:
        kindsOfSteps.add("publish");
        return pad + "- " + service(name, "publish: trip-told@1", instances);
      case 11:
        kindsOfSteps.add("put");
        return pad
            + "- "
            + service(
                name,
                "put: records-"
                    + name
                    + ", key: event.data.tripId, with: { kind: event.data.kind }",
                instances);
      case 12:
        kindsOfSteps.add("send");
        return pad + "- " + service(name, "send: notices-" + name, instances);
      case 13:
        if (noReturn || blocks > 0) {
          // It could end undone, or be stopped half-way, which is refused there.
          return pad + "- " + service(name, "send: notices-" + name, instances);
        }
        kindsOfSteps.add("saga");
        nested.addAll(instances.stream().map(each -> name + each).toList());
        return pad + "- " + service(name, "saga: part", List.of());
      case 16:
        kindsOfSteps.add("task");
        places.addAll(List.of("Ask for " + name, "Result of " + name, "Close " + name));
        return pad
            + "- "
            + service(
                name,
                "task: Task"
                    + number
                    + ", takes: trip-told@1, returns: trip-told@1, timeout: 2h, with:"
                    + " { tripId: event.data.tripId, kind: event.data.kind, items: event.data.items }",
                instances);
      case 14:
        if (alone) {
          kindsOfSteps.add("approval");
          places.add(name);
          return pad + "- " + name + ": { approval: trip-approval@1, timeout: 3d }\n";
        }
        return pad + "- " + call(name, instances, "");
      case 15:
        if (alone) {
          kindsOfSteps.add("callback");
          boolean heard = number % 2 == 0;
          if (heard) {
            beating.add(name);
          }
          return pad
              + "- "
              + call(
                  name,
                  instances,
                  "callback: trip-told@1, timeout: 2d" + (heard ? ", heartbeat: 2h" : ""));
        }
        return pad + "- " + call(name, instances, "");
      case 4:
        kindsOfSteps.add("wait");
        return pad + "- " + name + ": { wait: " + (1 + random.nextInt(72)) + "h }\n";
      case 6, 7:
        kindsOfSteps.add("parallel");
        StringBuilder parallel =
            new StringBuilder(pad + "- " + name + ":\n" + pad + "    parallel:\n");
        int branches = 2 + random.nextInt(2);
        blocks++;
        for (int i = 0; i < branches; i++) {
          parallel
              .append(pad)
              .append("      ")
              .append("b" + ++number)
              .append(":\n")
              .append(block(indent + 8, depth + 1, instances, false));
        }
        blocks--;
        return parallel.toString();
      case 8:
        kindsOfSteps.add("choice");
        StringBuilder cases = new StringBuilder(pad + "- " + name + ":\n" + pad + "    choice:\n");
        String when = KINDS.get(random.nextInt(KINDS.size()));
        boolean holds = when.equals(kind);
        cases
            .append(pad + "      - when: { event.data.kind: [" + when + "] }\n")
            .append(pad + "        steps:\n")
            .append(block(indent + 10, depth + 1, holds ? instances : List.of(), false));
        if (random.nextBoolean()) {
          cases
              .append(pad + "    otherwise:\n")
              .append(block(indent + 6, depth + 1, holds ? List.of() : instances, false));
        }
        return cases.toString();
      case 9:
        kindsOfSteps.add("map");
        List<String> inner = new ArrayList<>();
        instances.forEach(
            each -> {
              for (int i = 0; i < items.size(); i++) {
                inner.add(each + "/" + i);
              }
            });
        blocks++;
        String map =
            pad
                + "- %s:\n%s    map: event.data.items\n%s    as: i%s\n%s    concurrency: %d\n%s    steps:\n"
                    .formatted(name, pad, pad, name, pad, 1 + random.nextInt(3), pad)
                + block(indent + 6, depth + 1, inner, false);
        blocks--;
        return map;
      default:
        return pad + "- " + call(name, instances, "");
    }
  }

  /** A step without a worker, whose undo has one. */
  private String service(String name, String what, List<String> instances) {
    workers.append("  undo-" + name + ": { changes: account by tripId }\n");
    instances.forEach(each -> served.add(name + each));
    places.add(name);
    places.add("Begin " + name);
    places.add(name + "-undo/do");
    return name + ": { " + what + ", undo: undo-" + name + " }\n";
  }

  private String call(String name, List<String> instances, String more) {
    kindsOfSteps.add("call");
    workers.append("  " + name + ": { changes: account by tripId }\n");
    instances.forEach(
        each -> {
          taken.add(name + each);
          places.add(name + each + "/do");
          places.add(name + each + "/undo");
        });
    String retry =
        random.nextBoolean()
            ? more
            : (more.isEmpty() ? "" : more + ", ")
                + "retry: { times: %d, interval: 2s, backoff: 2 }".formatted(random.nextInt(4));
    if (noReturn && random.nextBoolean()) {
      return name + (retry.isEmpty() ? "\n" : ": { " + retry + " }\n");
    }
    workers.append("  undo-" + name + ": { changes: account by tripId }\n");
    return name + ": { undo: undo-" + name + (retry.isEmpty() ? "" : ", " + retry) + " }\n";
  }

  /** As a user would write it. */
  String systemYaml() {
    return """
    system: random
    package: com.example.random
    owner: team-random
    entities:
      account: { id: TripId, state: schemas/_entities/account.json }
    workers:
    %s%ssagas:
      trip:
        on: trip-requested@1
        language: %s
        steps:
    %s    done: trip-booked@1
        undone: trip-cancelled@1
    %s\
    """
        .formatted(
            nested.isEmpty() && !kindsOfSteps.contains("saga") ? "" : PART_WORKERS,
            workers,
            language,
            steps,
            (nested.isEmpty() && !kindsOfSteps.contains("saga") ? "" : PART) + api());
  }

  private String api() {
    StringBuilder api = new StringBuilder();
    if (!beating.isEmpty()) {
      api.append("api:\n  authorizer: { none: it is a test }\n");
      beating.forEach(step -> api.append("  POST /" + step + "/{id}: keeps trip." + step + "\n"));
    }
    return api.toString();
  }

  /** The event that it starts on. */
  String event() {
    String list = String.join(",", items.stream().map(each -> "\"i-" + each + "\"").toList());
    return """
    {"specversion":"1.0","id":"e-trip","source":"random","type":"trip-requested.v1",\
    "subject":"trip/t-1","time":"2026-01-01T00:00:00Z","datacontenttype":"application/json",\
    "correlationid":"c-1","dataschema":"urn:eventwright:random:trip-requested:1.0",\
    "data":{"tripId":"t-1","kind":"%s","items":[%s]}}\
    """
        .formatted(kind, list);
  }

  /** The steps that take something when all goes well, each with the index of its item. */
  Set<String> taken() {
    return taken;
  }

  /** The steps that a service does when all goes well. */
  Set<String> served() {
    return served;
  }

  /** The sagas that it runs when all goes well. */
  Set<String> nested() {
    return nested;
  }

  /** What kinds of steps it has. */
  Set<String> kinds() {
    return kindsOfSteps;
  }

  /** Up to three mishaps in places that are there. */
  List<Fault> faults() {
    List<Fault> faults = new ArrayList<>();
    for (int i = 1 + random.nextInt(3); i > 0; i--) {
      faults.add(
          new Fault(
              places.get(random.nextInt(places.size())),
              Mishap.values()[random.nextInt(Mishap.values().length)],
              random.nextInt(3) > 0));
    }
    return faults;
  }

  /** Whether its event comes twice. */
  boolean doubled() {
    return random.nextInt(4) == 0;
  }
}

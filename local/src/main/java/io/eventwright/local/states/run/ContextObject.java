package io.eventwright.local.states.run;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The context object: what a state can know about its execution and itself. */
final class ContextObject {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

  private ContextObject() {}

  static Map<String, @Nullable Object> of(
      Visit visit, @Nullable Map<String, @Nullable Object> mapItem) {
    Execution execution = visit.flow().execution();
    ExecutionIdentity identity = execution.identity();
    Map<String, @Nullable Object> about = new LinkedHashMap<>();
    about.put("Id", identity.arn());
    about.put("Input", identity.input());
    about.put("StartTime", time(execution.started()));
    about.put("Name", identity.name());
    about.put("RoleArn", identity.roleArn());
    about.put("RedriveCount", execution.redrives());
    if (execution.redriven() != null) {
      about.put("RedriveTime", time(execution.redriven()));
    }
    Map<String, @Nullable Object> machine = new LinkedHashMap<>();
    machine.put("Id", identity.machineArn());
    machine.put("Name", identity.machineName());
    Map<String, @Nullable Object> state = new LinkedHashMap<>();
    state.put("Name", visit.state().name());
    state.put("EnteredTime", time(visit.enteredTime()));
    if (Set.of("Task", "Parallel", "Map").contains(visit.state().type())) {
      state.put("RetryCount", visit.retries());
    }
    Map<String, @Nullable Object> context = new LinkedHashMap<>();
    context.put("Execution", about);
    context.put("StateMachine", machine);
    context.put("State", state);
    Map<String, @Nullable Object> item = mapItem == null ? visit.flow().mapItem() : mapItem;
    if (item != null) {
      context.put("Map", Map.of("Item", item));
    }
    context.putAll(visit.ownContext());
    return context;
  }

  private static String time(Instant time) {
    return TIME.format(time);
  }
}

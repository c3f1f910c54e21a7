package io.eventwright.generator.emit.sam.view;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * One statement of a key's policy.
 *
 * @param sid says what for
 * @param service the one service that it admits
 * @param actions exactly those that are used, sorted
 * @param conditions on whose behalf; none where nothing can be read with it
 */
public record KeyStatementView(
    String sid, String service, List<String> actions, List<ConditionView> conditions) {

  /** Keeps the lists immutable. */
  public KeyStatementView {
    actions = List.copyOf(actions);
    conditions = List.copyOf(conditions);
  }

  /** The conditions as a policy's JSON has them: operator, key, values. */
  public Map<String, Map<String, Object>> conditionMap() {
    Map<String, Map<String, Object>> map = new LinkedHashMap<>();
    for (ConditionView each : conditions) {
      map.computeIfAbsent(each.operator(), operator -> new LinkedHashMap<>())
          .put(each.key(), each.values().size() == 1 ? each.values().get(0) : each.values());
    }
    return map;
  }
}

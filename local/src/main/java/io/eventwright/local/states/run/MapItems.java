package io.eventwright.local.states.run;

import io.eventwright.local.states.definition.StateDefinition;
import io.eventwright.local.states.json.Json;
import io.eventwright.local.states.query.QueryFailure;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a Map runs over, and what each of its iterations gets. */
final class MapItems {
  private final Visit visit;
  private final Fields fields;
  private final StateDefinition state;
  private final List<@Nullable Object> items;
  private final @Nullable List<Map<String, @Nullable Object>> batches;

  private MapItems(Visit visit, List<@Nullable Object> items) {
    this.visit = visit;
    this.fields = visit.fields();
    this.state = visit.state();
    this.items = items;
    List<@Nullable Object> inputs = new ArrayList<>();
    Map<String, @Nullable Object> batcher = Json.asObject(state.get("ItemBatcher"));
    if (batcher == null) {
      batches = null;
    } else {
      for (int i = 0; i < items.size(); i++) {
        inputs.add(item(i));
      }
      batches = MapBatches.of(visit, batcher, inputs);
    }
  }

  /** The items that stand in the input or in a field. */
  static MapItems of(Visit visit) {
    Fields fields = visit.fields();
    StateDefinition state = visit.state();
    if (fields.jsonata()) {
      if (!state.has("Items")) {
        List<@Nullable Object> items = Json.asArray(visit.input());
        if (items == null) {
          throw QueryFailure.evaluation(
              "Map state input must be an array but was: " + Json.typeName(visit.input()), null);
        }
        return new MapItems(visit, items);
      }
      return of(visit, fields.expressions().typed("Items", state.get("Items"), "array"));
    }
    String path = state.text("ItemsPath");
    Object found = fields.paths(fields.input()).path(path == null ? "$" : path);
    if (!(found instanceof List)) {
      throw QueryFailure.runtime(
          "Reference path \"%s\" must point to array.".formatted(path == null ? "$" : path));
    }
    return of(visit, found);
  }

  /** Items that were read from elsewhere. */
  static MapItems of(Visit visit, @Nullable Object array) {
    List<@Nullable Object> items = Json.asArray(array);
    return new MapItems(visit, items == null ? List.of() : items);
  }

  /** How many items there are. */
  int count() {
    return items.size();
  }

  /** How many iterations there will be. */
  int iterations() {
    return batches == null ? items.size() : batches.size();
  }

  /** What the context object of an iteration says about its item. */
  Map<String, @Nullable Object> context(int index) {
    Map<String, @Nullable Object> item = new LinkedHashMap<>();
    item.put("Index", index);
    item.put("Value", items.get(index));
    return item;
  }

  /** The input of an iteration. */
  @Nullable Object input(int iteration) {
    return batches == null ? item(iteration) : batches.get(iteration);
  }

  private @Nullable Object item(int index) {
    // Parameters is how ItemSelector was called before.
    String selector = state.has("ItemSelector") ? "ItemSelector" : "Parameters";
    if (!state.has(selector)) {
      return items.get(index);
    }
    return fields.jsonata()
        ? fields.expressions(context(index)).value(selector, state.get(selector))
        : fields.paths(visit.fields().input(), context(index)).template(state.get(selector));
  }
}

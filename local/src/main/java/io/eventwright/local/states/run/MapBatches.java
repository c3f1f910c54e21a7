package io.eventwright.local.states.run;

import io.eventwright.local.states.json.Json;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Puts a distributed Map's items together, by number and by size. */
final class MapBatches {
  private MapBatches() {}

  static List<Map<String, @Nullable Object>> of(
      Visit visit, Map<String, @Nullable Object> batcher, List<@Nullable Object> items) {
    Fields fields = visit.fields();
    int most = limit(visit, batcher, "MaxItemsPerBatch");
    int largest = limit(visit, batcher, "MaxInputBytesPerBatch");
    Object template = batcher.get("BatchInput");
    Object batchInput =
        fields.jsonata()
            ? fields.expressions().value("ItemBatcher/BatchInput", template)
            : fields.paths(fields.input()).template(template);
    List<Map<String, @Nullable Object>> batches = new ArrayList<>();
    List<@Nullable Object> open = new ArrayList<>();
    for (Object item : items) {
      open.add(item);
      boolean tooLarge = open.size() > 1 && Json.size(batch(batchInput, open)) > largest;
      if (tooLarge || open.size() > most) {
        open.remove(open.size() - 1);
        batches.add(batch(batchInput, open));
        open = new ArrayList<>();
        open.add(item);
      }
    }
    if (!open.isEmpty()) {
      batches.add(batch(batchInput, open));
    }
    return batches;
  }

  private static Map<String, @Nullable Object> batch(
      @Nullable Object batchInput, List<@Nullable Object> items) {
    Map<String, @Nullable Object> batch = new LinkedHashMap<>();
    if (batchInput != null) {
      batch.put("BatchInput", batchInput);
    }
    batch.put("Items", items);
    return batch;
  }

  private static int limit(Visit visit, Map<String, @Nullable Object> batcher, String field) {
    Integer limit = MapNumber.positive(visit, batcher, "ItemBatcher/", field);
    return limit == null ? Integer.MAX_VALUE : limit;
  }
}

package io.eventwright.local.states.run;

import io.eventwright.local.states.json.Json;
import io.eventwright.local.states.task.TaskCall;
import io.eventwright.local.states.task.TaskOutcome;
import io.eventwright.local.states.task.TaskResource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Reads a distributed Map's items from a bucket, through the same door as any task. */
final class ItemReader {
  private static final String FAILED = "States.ItemReaderFailed";

  private ItemReader() {}

  static void read(MapVisit map, Consumer<List<@Nullable Object>> then) {
    Map<String, @Nullable Object> reader = Json.asObject(map.state().get("ItemReader"));
    Map<String, @Nullable Object> given = reader == null ? Map.of() : reader;
    Fields fields = map.fields();
    Object arguments =
        fields.jsonata()
            ? fields.expressions().value("ItemReader/Arguments", given.get("Arguments"))
            : fields.paths(fields.input()).template(given.get("Parameters"));
    TaskCall call =
        new TaskCall(
            TaskResource.read(String.valueOf(given.get("Resource"))),
            arguments,
            null,
            map.flow().execution().identity().arn(),
            map.state().name(),
            answer -> {});
    Map<String, @Nullable Object> written = Json.asObject(given.get("ReaderConfig"));
    Map<String, @Nullable Object> config = written == null ? Map.of() : written;
    Integer most = MapNumber.positive(map, config, "ItemReader/ReaderConfig/", "MaxItems");
    map.call(
        call,
        outcome -> {
          if (outcome instanceof TaskOutcome.Succeeded succeeded) {
            try {
              then.accept(items(succeeded.output(), config, most));
            } catch (IllegalArgumentException unreadable) {
              map.runFailed(FAILED, unreadable.getMessage());
            }
          } else {
            map.runFailed(
                FAILED,
                outcome instanceof TaskOutcome.Failed failed ? failed.cause() : "timed out");
          }
        });
  }

  private static List<@Nullable Object> items(
      @Nullable Object answer, Map<String, @Nullable Object> config, @Nullable Integer most) {
    Map<String, @Nullable Object> object = Json.asObject(answer);
    if (object == null) {
      throw new IllegalArgumentException("the reader's answer is no object");
    }
    List<@Nullable Object> listed = Json.asArray(object.get("Contents"));
    List<@Nullable Object> items =
        listed != null ? listed : parse(String.valueOf(object.get("Body")), config);
    return most == null ? items : new ArrayList<>(items.subList(0, Math.min(items.size(), most)));
  }

  private static List<@Nullable Object> parse(String body, Map<String, @Nullable Object> config) {
    switch (String.valueOf(config.get("InputType"))) {
      case "CSV":
        return csv(body, config);
      case "JSONL":
        List<@Nullable Object> items = new ArrayList<>();
        body.lines().filter(line -> !line.isBlank()).forEach(line -> items.add(Json.parse(line)));
        return items;
      default:
        List<@Nullable Object> array = Json.asArray(Json.parse(body));
        if (array == null) {
          throw new IllegalArgumentException(
              "Attempting to map over non-iterable node. The input must be an array.");
        }
        return array;
    }
  }

  private static List<@Nullable Object> csv(String body, Map<String, @Nullable Object> config) {
    List<List<String>> rows = CsvRows.read(body, delimiter(config.get("CSVDelimiter")));
    List<String> names = new ArrayList<>();
    if ("GIVEN".equals(config.get("CSVHeaderLocation"))) {
      List<@Nullable Object> given = Json.asArray(config.get("CSVHeaders"));
      if (given != null) {
        given.forEach(name -> names.add(String.valueOf(name)));
      }
    } else if (!rows.isEmpty()) {
      names.addAll(rows.remove(0));
    }
    if (names.stream().distinct().count() < names.size()) {
      throw new IllegalArgumentException("CSV headers cannot contain duplicates.");
    }
    List<@Nullable Object> items = new ArrayList<>();
    for (List<String> row : rows) {
      Map<String, @Nullable Object> item = new LinkedHashMap<>();
      for (int i = 0; i < names.size(); i++) {
        item.put(names.get(i), i < row.size() ? row.get(i) : "");
      }
      items.add(item);
    }
    return items;
  }

  private static char delimiter(@Nullable Object name) {
    return switch (String.valueOf(name)) {
      case "PIPE" -> '|';
      case "SEMICOLON" -> ';';
      case "SPACE" -> ' ';
      case "TAB" -> '\t';
      default -> ',';
    };
  }
}

package io.eventwright.local.states.run;

import io.eventwright.local.states.json.Json;
import io.eventwright.local.states.task.TaskCall;
import io.eventwright.local.states.task.TaskOutcome;
import io.eventwright.local.states.task.TaskResource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Writes a distributed Map's results into a bucket: one file of results and its manifest. */
final class ResultWriter {
  private ResultWriter() {}

  static void write(
      MapVisit map,
      Map<String, @Nullable Object> writer,
      String runArn,
      List<@Nullable Object> outputs,
      Consumer<@Nullable Object> then) {
    Fields fields = map.fields();
    Map<String, @Nullable Object> place =
        Json.asObject(
            fields.jsonata()
                ? fields.expressions().value("ResultWriter/Arguments", writer.get("Arguments"))
                : fields.paths(fields.input()).template(writer.get("Parameters")));
    String bucket = place == null ? "" : String.valueOf(place.get("Bucket"));
    Object prefix = place == null ? null : place.get("Prefix");
    String folder =
        (prefix == null ? "" : prefix + "/") + runArn.substring(runArn.lastIndexOf(':') + 1);
    String results = folder + "/SUCCEEDED_0.json";
    String manifest = folder + "/manifest.json";
    Map<String, @Nullable Object> files = new LinkedHashMap<>();
    files.put("FAILED", List.of());
    files.put("PENDING", List.of());
    files.put("SUCCEEDED", List.of(Map.of("Key", results, "Size", Json.size(outputs))));
    Map<String, @Nullable Object> content = new LinkedHashMap<>();
    content.put("DestinationBucket", bucket);
    content.put("MapRunArn", runArn);
    content.put("ResultFiles", files);
    TaskResource resource = TaskResource.read(String.valueOf(writer.get("Resource")));
    put(
        map,
        resource,
        bucket,
        results,
        outputs,
        () ->
            put(
                map,
                resource,
                bucket,
                manifest,
                content,
                () -> {
                  Map<String, @Nullable Object> details = new LinkedHashMap<>();
                  details.put("Bucket", bucket);
                  details.put("Key", manifest);
                  Map<String, @Nullable Object> result = new LinkedHashMap<>();
                  result.put("MapRunArn", runArn);
                  result.put("ResultWriterDetails", details);
                  then.accept(result);
                }));
  }

  private static void put(
      MapVisit map,
      TaskResource resource,
      String bucket,
      String key,
      @Nullable Object content,
      Runnable then) {
    Map<String, @Nullable Object> arguments = new LinkedHashMap<>();
    arguments.put("Bucket", bucket);
    arguments.put("Key", key);
    arguments.put("Body", Json.write(content));
    TaskCall call =
        new TaskCall(
            resource,
            arguments,
            null,
            map.flow().execution().identity().arn(),
            map.state().name(),
            answer -> {});
    map.call(
        call,
        outcome -> {
          if (outcome instanceof TaskOutcome.Failed failed) {
            map.runFailed("States.ResultWriterFailed", failed.cause());
          } else {
            then.run();
          }
        });
  }
}

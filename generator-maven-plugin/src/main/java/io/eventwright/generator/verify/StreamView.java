package io.eventwright.generator.verify;

import io.eventwright.generator.load.document.Node;
import io.eventwright.generator.verify.template.EventSource;
import io.eventwright.generator.verify.template.Resource;
import io.eventwright.generator.verify.template.SamTemplate;
import io.eventwright.generator.verify.template.Types;
import io.eventwright.generator.verify.template.Values;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A function that reads a table's stream which is not there, or looks for what its view does not
 * carry. Error.
 */
final class StreamView implements TemplateRule {

  @Override
  public String id() {
    return "stream-view";
  }

  private static final Map<String, List<String>> CARRIES =
      Map.of(
          "KEYS_ONLY", List.of(),
          "NEW_IMAGE", List.of("NewImage"),
          "OLD_IMAGE", List.of("OldImage"),
          "NEW_AND_OLD_IMAGES", List.of("NewImage", "OldImage"));

  @Override
  public void check(SamTemplate template, Findings found) {
    for (Resource table : template.ofType(Types.TABLE)) {
      String view = Values.text(table.at("StreamSpecification", "StreamViewType"));
      if (table.at("StreamSpecification") != null && (view == null || !CARRIES.containsKey(view))) {
        found.error(
            table,
            table.locationOf("StreamSpecification"),
            "has a stream without a view. Write StreamViewType: KEYS_ONLY, NEW_IMAGE, OLD_IMAGE or NEW_AND_OLD_IMAGES.");
      }
    }
    for (EventSource source : EventSource.of(template)) {
      Optional<Resource> table = template.named(source.at("Stream"), Types.TABLE);
      if (source.type().equals("DynamoDB") && table.isPresent()) {
        check(source, table.get(), found);
      }
    }
  }

  private static void check(EventSource source, Resource table, Findings found) {
    String view = Values.text(table.at("StreamSpecification", "StreamViewType"));
    if (view == null) {
      found.error(
          source.function(),
          source.location(),
          "reads the stream of "
              + table.id()
              + ", which has none. Add StreamSpecification to the table.");
      return;
    }
    for (Node filter : Values.many(source.at("FilterCriteria", "Filters"))) {
      String pattern = String.valueOf(Values.text(Values.at(filter, "Pattern")));
      for (String image : List.of("NewImage", "OldImage")) {
        if (pattern.contains('"' + image + '"')
            && !CARRIES.getOrDefault(view, List.of()).contains(image)) {
          found.error(
              source.function(),
              filter.location(),
              "filters by "
                  + image
                  + ", and the stream of "
                  + table.id()
                  + " carries "
                  + view
                  + ": nothing ever passes. Filter by keys, or widen the view.");
        }
      }
    }
  }
}

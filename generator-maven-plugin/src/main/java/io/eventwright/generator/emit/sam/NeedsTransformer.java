package io.eventwright.generator.emit.sam;

import io.eventwright.generator.emit.sam.view.SettingView;
import io.eventwright.generator.model.NeedsTree;
import io.eventwright.generator.render.YamlText;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a rule makes of an event for a worker that needs only some of its data: the same event with
 * just those fields. A variable that the event lacks is nothing within quotes, and undecided
 * outside of them; so what may be missing stands in quotes, and only what is always there stands
 * without.
 */
final class NeedsTransformer {
  private static final List<String> ALWAYS = List.of("id", "source", "type", "subject", "time");
  private static final List<String> PERHAPS =
      List.of("dataschema", "sequence", "previous", "correlationid", "causationid", "traceparent");

  private final Map<String, String> paths = new LinkedHashMap<>();
  private final StringBuilder template = new StringBuilder();

  private NeedsTransformer() {}

  /** The target's setting; none for a worker that needs everything. */
  static List<SettingView> of(List<List<String>> needs) {
    return needs.isEmpty() ? List.of() : List.of(new NeedsTransformer().setting(needs));
  }

  private SettingView setting(List<List<String>> needs) {
    template.append("{\"specversion\":\"1.0\",\"datacontenttype\":\"application/json\"");
    for (String attribute : ALWAYS) {
      paths.put(attribute, "$.detail." + attribute);
      template.append(",\"" + attribute + "\":<" + attribute + ">");
    }
    for (String attribute : PERHAPS) {
      paths.put(attribute, "$.detail." + attribute);
      template.append(",\"" + attribute + "\":\"<" + attribute + ">\"");
    }
    paths.put("replayname", "$.replay-name");
    template.append(",\"replayname\":\"<replayname>\",\"data\":");
    fields(NeedsTree.of(needs), "$.detail.data");
    template.append('}');
    Map<String, Object> transformer = new LinkedHashMap<>();
    transformer.put("InputPathsMap", new LinkedHashMap<String, Object>(paths));
    transformer.put("InputTemplate", template.toString());
    return new SettingView("InputTransformer", new YamlText().flow(transformer));
  }

  private void fields(NeedsTree needs, String path) {
    if (needs.isWhole()) {
      String variable = "data" + paths.size();
      paths.put(variable, path);
      template.append('<').append(variable).append('>');
      return;
    }
    String separator = "{";
    for (Map.Entry<String, NeedsTree> field : needs.fields().entrySet()) {
      template.append(separator).append('"').append(field.getKey()).append("\":");
      fields(field.getValue(), path + "." + field.getKey());
      separator = ",";
    }
    template.append('}');
  }
}

package io.eventwright.generator.verify;

import io.eventwright.generator.load.document.Node;
import io.eventwright.generator.load.document.ObjectNode;
import io.eventwright.generator.verify.template.Resource;
import io.eventwright.generator.verify.template.SamTemplate;
import io.eventwright.generator.verify.template.Types;
import io.eventwright.generator.verify.template.Values;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** An input transformer that EventBridge refuses, or that leaves a placeholder unfilled. Error. */
final class InputTransformerLimits implements TemplateRule {

  @Override
  public String id() {
    return "input-transformer";
  }

  private static final Pattern PLACEHOLDER = Pattern.compile("<([A-Za-z0-9._-]+)>");
  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_-]{1,256}");
  private static final Pattern PATH =
      Pattern.compile("\\$(\\.[A-Za-z0-9_-]+|\\[([0-9]+|\\*)]|\\.\\*)*");
  private static final int LONGEST_PATH = 256;

  @Override
  public void check(SamTemplate template, Findings found) {
    for (Resource rule : template.ofType(Types.RULE)) {
      for (Node target : Values.many(rule.at("Targets"))) {
        if (Values.at(target, "InputTransformer") instanceof ObjectNode transformer) {
          check(rule, transformer, found);
        }
      }
    }
  }

  private static void check(Resource rule, ObjectNode transformer, Findings found) {
    Set<String> names = new TreeSet<>();
    if (transformer.get("InputPathsMap") instanceof ObjectNode paths) {
      names.addAll(paths.names());
      if (names.size() > found.quota("eventbridge.transformer-paths")) {
        found.error(
            rule,
            paths.location(),
            "takes "
                + names.size()
                + " values out of an event, and EventBridge takes "
                + found.quota("eventbridge.transformer-paths")
                + ". Need fewer fields.");
      }
      for (ObjectNode.Member each : paths.members().values()) {
        String path = Values.text(each.value());
        if (!NAME.matcher(each.name()).matches()
            || each.name().toUpperCase(Locale.ROOT).startsWith("AWS")) {
          found.error(
              rule,
              each.nameLocation(),
              "calls a value "
                  + each.name()
                  + ", which EventBridge does not take. Use letters, digits, - and _, and do not begin with AWS.");
        }
        if (path == null || path.length() > LONGEST_PATH || !PATH.matcher(path).matches()) {
          found.error(
              rule,
              each.value().location(),
              "has a path that EventBridge does not take. Write $.name.name, with letters, digits, - and _.");
        }
      }
    }
    String text = transformer.text("InputTemplate");
    if (text == null || text.isEmpty()) {
      found.error(
          rule,
          transformer.location(),
          "has an input transformer without a template. Add InputTemplate.");
      return;
    }
    if (text.length() > found.quota("eventbridge.transformer-characters")) {
      found.error(
          rule,
          transformer.location(),
          "has an input template of "
              + text.length()
              + " characters, and EventBridge takes "
              + found.quota("eventbridge.transformer-characters")
              + ". Need fewer fields.");
    }
    Matcher placeholders = PLACEHOLDER.matcher(text);
    while (placeholders.find()) {
      String name = placeholders.group(1);
      if (!names.contains(name) && !name.startsWith("aws.events.")) {
        found.error(
            rule,
            transformer.location(),
            "has the placeholder <" + name + ">, which InputPathsMap does not fill. Add it.");
      }
    }
  }
}

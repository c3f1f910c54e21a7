package io.eventwright.generator.verify;

import io.eventwright.generator.diagnostic.Checked;
import io.eventwright.generator.load.document.Documents;
import io.eventwright.generator.load.document.Node;
import io.eventwright.generator.load.document.ObjectNode;
import io.eventwright.generator.verify.template.Resource;
import io.eventwright.generator.verify.template.SamTemplate;
import io.eventwright.generator.verify.template.Types;
import io.eventwright.generator.verify.template.Values;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A state machine whose definition is not there, is no JSON, or asks for what the template does not
 * give it. Error.
 */
final class StateMachineDefinition implements TemplateRule {

  @Override
  public String id() {
    return "state-machine-definition";
  }

  private static final Pattern SUBSTITUTED = Pattern.compile("\\$\\{([A-Za-z0-9_]+)}");

  @Override
  public void check(SamTemplate template, Findings found) {
    for (Resource machine : template.ofType(Types.STATE_MACHINE)) {
      String file = Values.text(machine.at("DefinitionUri"));
      String text = file == null ? null : template.files().get(file);
      if (file == null || text == null) {
        found.error(
            machine,
            machine.locationOf("DefinitionUri"),
            "has no definition beside the template. Name a file in DefinitionUri.");
        continue;
      }
      Checked<Node> document = Documents.read(file, text.getBytes(StandardCharsets.UTF_8));
      if (!(document.valueOrNull() instanceof ObjectNode definition) || document.hasErrors()) {
        found.error(
            machine,
            machine.locationOf("DefinitionUri"),
            "has the definition " + file + ", which is no JSON object. Mend it.");
        continue;
      }
      names(machine, file, text, found);
      targets(machine, file, definition, found);
    }
  }

  private static void names(Resource machine, String file, String text, Findings found) {
    Set<String> given =
        machine.at("DefinitionSubstitutions") instanceof ObjectNode substitutions
            ? new TreeSet<>(substitutions.names())
            : Set.of();
    Set<String> asked = new TreeSet<>();
    Matcher matcher = SUBSTITUTED.matcher(text);
    while (matcher.find()) {
      asked.add(matcher.group(1));
    }
    for (String name : asked) {
      if (!given.contains(name)) {
        found.error(
            machine,
            machine.locationOf("DefinitionSubstitutions"),
            "does not say what ${"
                + name
                + "} in "
                + file
                + " is. Add it to DefinitionSubstitutions.");
      }
    }
    for (String name : given) {
      if (!asked.contains(name)) {
        found.error(
            machine,
            machine.locationOf("DefinitionSubstitutions"),
            "says what ${" + name + "} is, and " + file + " does not ask. Remove it.");
      }
    }
  }

  /** Every state that is named is there. */
  private static void targets(
      Resource machine, String file, ObjectNode definition, Findings found) {
    Node states = definition.get("States");
    Set<String> known = states instanceof ObjectNode all ? new TreeSet<>(all.names()) : Set.of();
    Set<String> named = new TreeSet<>();
    collect(definition.get("StartAt"), named);
    if (states instanceof ObjectNode all) {
      for (ObjectNode.Member state : all.members().values()) {
        collect(Values.at(state.value(), "Next"), named);
        collect(Values.at(state.value(), "Default"), named);
        Values.many(Values.at(state.value(), "Choices"))
            .forEach(each -> collect(Values.at(each, "Next"), named));
        Values.many(Values.at(state.value(), "Catch"))
            .forEach(each -> collect(Values.at(each, "Next"), named));
      }
    }
    for (String name : named) {
      if (!known.contains(name)) {
        found.error(
            machine,
            machine.locationOf("DefinitionUri"),
            "goes on to the state " + name + ", which " + file + " lacks. Correct the name.");
      }
    }
  }

  private static void collect(@Nullable Node name, Set<String> names) {
    String text = Values.text(name);
    if (text != null) {
      names.add(text);
    }
  }
}

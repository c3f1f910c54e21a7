package io.eventwright.generator.emit.sam.view;

import java.util.List;
import java.util.Map;

/**
 * A rule with its one target.
 *
 * @param id what its logical id begins with
 * @param title one line above it
 * @param description of the rule
 * @param bus in the template's language
 * @param eventPattern what it matches
 * @param targetId the target's logical id
 * @param targetArn the target, in the template's language
 * @param settings of the target
 * @param deadLettersId logical id of the queue for what cannot be delivered
 */
public record RuleView(
    String id,
    String title,
    String description,
    String bus,
    Map<String, Object> eventPattern,
    String targetId,
    String targetArn,
    List<SettingView> settings,
    String deadLettersId) {

  /** Keeps the settings immutable. */
  public RuleView {
    settings = List.copyOf(settings);
  }
}

package io.eventwright.generator.emit.sam.limit;

import io.eventwright.generator.diagnostic.SourceLocation;
import java.util.List;
import java.util.Map;

/**
 * What limits are measured on.
 *
 * @param system where the system is described
 * @param text the whole template
 * @param resources how many resources CloudFormation is given, those that SAM adds included
 * @param rules every rule
 */
public record Template(SourceLocation system, String text, int resources, List<Rule> rules) {

  /** Keeps the rules immutable. */
  public Template {
    rules = List.copyOf(rules);
  }

  /**
   * A rule on the bus.
   *
   * @param name of the part that it feeds
   * @param location where that is declared
   * @param pattern what it matches
   */
  public record Rule(String name, SourceLocation location, Map<String, Object> pattern) {}
}

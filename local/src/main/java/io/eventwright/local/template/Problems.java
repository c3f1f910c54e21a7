package io.eventwright.local.template;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Collects every problem of one template, so that all are reported at once. */
public final class Problems {

  private final String file;
  private final Set<Problem> found = new LinkedHashSet<>();

  /** Problems of the template of that name. */
  public Problems(String file) {
    this.file = file;
  }

  /** Notes one problem. */
  public void add(Position position, String rule, String text) {
    found.add(new Problem(position, rule, text));
  }

  /** How many there are so far. */
  public int count() {
    return found.size();
  }

  /**
   * Ends a stage.
   *
   * @throws TemplateException if anything was noted
   */
  public void throwIfAny() {
    if (!found.isEmpty()) {
      List<Problem> sorted = new ArrayList<>(found);
      sorted.sort(Comparator.comparing(Problem::position));
      throw new TemplateException(file, sorted);
    }
  }
}

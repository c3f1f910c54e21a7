package io.eventwright.generator.diagnostic;

import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.TreeSet;

/** Collects findings while work goes on, so that a run reports all of them; one of each, sorted. */
public final class Diagnostics {

  private final TreeSet<Diagnostic> found = new TreeSet<>();

  /** Adds a finding that stops the run. */
  public void error(SourceLocation location, String ruleId, String message) {
    add(Diagnostic.error(location, ruleId, message));
  }

  /** Adds a finding that does not stop the run. */
  public void warning(SourceLocation location, String ruleId, String message) {
    add(Diagnostic.warning(location, ruleId, message));
  }

  /** Adds a finding. */
  public void add(Diagnostic diagnostic) {
    found.add(diagnostic);
  }

  /** Adds findings. */
  public void addAll(Collection<Diagnostic> diagnostics) {
    found.addAll(diagnostics);
  }

  /** Adds the findings of {@code checked} and gives its value back. */
  public <T> Checked<T> take(Checked<T> checked) {
    addAll(checked.diagnostics());
    return checked;
  }

  /** Whether one of the findings stops the run. */
  public boolean hasErrors() {
    for (Iterator<Diagnostic> each = found.iterator(); each.hasNext(); ) {
      if (each.next().isError()) {
        return true;
      }
    }
    return false;
  }

  /** All findings so far, by place. */
  public List<Diagnostic> list() {
    return List.copyOf(found);
  }
}

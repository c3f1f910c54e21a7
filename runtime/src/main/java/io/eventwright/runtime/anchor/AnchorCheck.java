package io.eventwright.runtime.anchor;

import io.eventwright.runtime.log.EntityLog;
import io.eventwright.runtime.log.VersionRow;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Holds the log against the heads that were kept of it: what a chain alone cannot tell, since a
 * chain whose end was cut off is a chain.
 *
 * @param log what is looked at
 * @param anchors what was kept of it
 */
public record AnchorCheck(EntityLog log, Anchors anchors) {

  /**
   * What was found.
   *
   * @param entities how many had a head kept
   * @param findings what is wrong, each naming entity and version; empty when all holds
   */
  public record Verdict(long entities, List<String> findings) {
    public Verdict {
      findings = List.copyOf(findings);
    }
  }

  /** Looks at every entity whose head was ever kept. */
  public Verdict check() {
    List<String> findings = new ArrayList<>();
    Map<String, Head> farthest = anchors.farthest();
    for (Head head : farthest.values()) {
      Optional<VersionRow> row = log.at(head.partition(), head.version());
      if (row.isEmpty()) {
        findings.add(
            "%s version %d was in the log and is not: its end was cut off"
                .formatted(head.partition(), head.version()));
      } else if (!row.get().hash().equals(head.hash())) {
        findings.add(
            "%s version %d is another than it was: the log was written anew"
                .formatted(head.partition(), head.version()));
      }
    }
    return new Verdict(farthest.size(), findings);
  }
}

package io.eventwright.runtime.log;

import io.eventwright.runtime.store.Page;
import java.util.ArrayList;
import java.util.List;

/**
 * Checks an entity's log: versions without gaps, each hash that of its row's content, each row
 * naming the hash before it. A chain alone misses a tail that was cut off: compare the head's hash
 * with one that is kept elsewhere.
 *
 * @param log where the rows are
 */
public record LogVerifier(EntityLog log) {
  private static final int PAGE = 100;

  /**
   * What was found.
   *
   * @param versions how many rows were read
   * @param head the hash of the last row; {@link RowHash#NONE} when there is none
   * @param findings what is wrong, in order, each naming its version; empty when all holds
   */
  public record Verdict(long versions, String head, List<String> findings) {
    public Verdict {
      findings = List.copyOf(findings);
    }

    /** Whether nothing is wrong. */
    public boolean holds() {
      return findings.isEmpty();
    }
  }

  /** Reads the whole log of one entity, and stops at the first row that is missing. */
  public Verdict verify(EntityKey entity) {
    List<String> findings = new ArrayList<>();
    String partition = entity.partition();
    String head = RowHash.NONE;
    long count = 0;
    long version = 0;
    while (true) {
      Page<VersionRow> page = log.after(partition, version, PAGE);
      for (VersionRow row : page.items()) {
        count++;
        version++;
        if (row.version() != version) {
          findings.add(partition + " version " + version + " is missing");
          return new Verdict(count, head, findings);
        }
        check(row, head, findings);
        head = row.hash();
      }
      if (page.next() == null) {
        return new Verdict(count, head, findings);
      }
    }
  }

  private static void check(VersionRow row, String head, List<String> findings) {
    String where = row.partition() + " version " + row.version();
    if (!row.previousHash().equals(head)) {
      findings.add(where + " does not name the hash of the version before it");
    }
    if (!row.hash().equals(RowHash.of(row))) {
      findings.add(where + " has a hash that is not that of its content");
    }
  }
}

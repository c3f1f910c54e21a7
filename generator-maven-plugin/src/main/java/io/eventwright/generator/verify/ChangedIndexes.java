package io.eventwright.generator.verify;

import io.eventwright.generator.verify.template.Resource;
import io.eventwright.generator.verify.template.SamTemplate;
import io.eventwright.generator.verify.template.TableIndex;
import io.eventwright.generator.verify.template.Types;
import java.util.Set;
import java.util.TreeSet;

/**
 * More than one index of a table made or removed at once: DynamoDB takes one in an update, and
 * CloudFormation rolls back. Error.
 */
final class ChangedIndexes implements ReleaseRule {

  @Override
  public String id() {
    return "changed-indexes";
  }

  @Override
  public void check(SamTemplate released, SamTemplate now, Findings found) {
    for (Resource before : released.ofType(Types.TABLE)) {
      Resource after = now.resources().get(before.id());
      if (after == null) {
        continue;
      }
      Set<String> changed = new TreeSet<>(TableIndex.global(before).keySet());
      Set<String> both = new TreeSet<>(changed);
      both.retainAll(TableIndex.global(after).keySet());
      changed.addAll(TableIndex.global(after).keySet());
      changed.removeAll(both);
      if (changed.size() > 1) {
        found.error(
            after,
            after.locationOf("GlobalSecondaryIndexes"),
            "has "
                + changed.size()
                + " indexes made or removed ("
                + String.join(", ", changed)
                + "), and DynamoDB takes one in an update. Release one after the other.");
      }
    }
  }
}

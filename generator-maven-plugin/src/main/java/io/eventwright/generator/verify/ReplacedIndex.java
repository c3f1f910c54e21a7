package io.eventwright.generator.verify;

import io.eventwright.generator.load.document.Node;
import io.eventwright.generator.verify.template.Resource;
import io.eventwright.generator.verify.template.SamTemplate;
import io.eventwright.generator.verify.template.TableIndex;
import io.eventwright.generator.verify.template.Types;
import io.eventwright.generator.verify.template.Values;
import java.util.Map;
import java.util.TreeSet;

/**
 * An index of a table that has kept its name and has another key, another kind of key, or other
 * attributes: DynamoDB changes nothing of an index but its throughput ("Cannot update GSI's
 * properties other than Provisioned Throughput and Contributor Insights Specification"), and
 * CloudFormation rolls back. Error. An index that stands with the table is replaced-resource's.
 */
final class ReplacedIndex implements ReleaseRule {

  @Override
  public String id() {
    return "replaced-index";
  }

  @Override
  public void check(SamTemplate released, SamTemplate now, Findings found) {
    for (Resource before : released.ofType(Types.TABLE)) {
      Resource after = now.resources().get(before.id());
      if (after == null || before.accepts(id()) != null) {
        continue;
      }
      Map<String, TableIndex> indexes = TableIndex.global(after);
      for (TableIndex was : TableIndex.global(before).values()) {
        TableIndex is = indexes.get(was.name());
        if (is != null) {
          compare(was, is, found);
        }
      }
    }
  }

  private static void compare(TableIndex was, TableIndex is, Findings found) {
    if (!was.key().equals(is.key())) {
      report(is, "its key was " + shown(was.key()) + " and is " + shown(is.key()), found);
    } else if (!attributes(was).equals(attributes(is))) {
      report(is, "it does not carry the attributes that it carried", found);
    }
  }

  private static String shown(Map<String, String> key) {
    StringBuilder text = new StringBuilder();
    key.forEach(
        (name, type) ->
            text.append(text.isEmpty() ? "" : ", ")
                .append(name)
                .append(" (")
                .append(type)
                .append(")"));
    return text.toString();
  }

  /** How they are chosen, and which; in any order. */
  private static String attributes(TableIndex index) {
    Node projection = Values.at(index.whole(), "Projection");
    return Values.text(Values.at(projection, "ProjectionType"))
        + new TreeSet<>(Values.texts(Values.at(projection, "NonKeyAttributes")));
  }

  private static void report(TableIndex index, String what, Findings found) {
    found.error(
        index.table(),
        index.whole().location(),
        "has an index "
            + index.name()
            + " as before, but "
            + what
            + "; DynamoDB refuses that, and the update is rolled back. Give the new index another name.");
  }
}

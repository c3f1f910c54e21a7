package io.eventwright.generator.verify;

import io.eventwright.generator.diagnostic.SourceLocation;
import io.eventwright.generator.load.document.Node;
import io.eventwright.generator.verify.template.Resource;
import io.eventwright.generator.verify.template.SamTemplate;
import io.eventwright.generator.verify.template.TableIndex;
import io.eventwright.generator.verify.template.Types;
import io.eventwright.generator.verify.template.Values;
import java.util.List;
import java.util.Map;

/**
 * A table, queue, stream, bucket, bus or the like of which something was changed that cannot be:
 * CloudFormation makes an empty one instead. Error.
 */
final class ReplacedResource implements ReleaseRule {

  @Override
  public String id() {
    return "replaced-resource";
  }

  @Override
  public void check(SamTemplate released, SamTemplate now, Findings found) {
    for (Resource before : StatefulResources.of(released)) {
      Resource after = now.resources().get(before.id());
      if (after == null || before.accepts(id()) != null) {
        continue;
      }
      if (!after.type().equals(before.type())) {
        report(after, after.location(), before.type() + " is now " + after.type(), found);
        continue;
      }
      for (List<String> path : StatefulResources.fixed(before.type())) {
        String[] names = path.toArray(String[]::new);
        Node was = before.at(names);
        Node is = after.at(names);
        if ((was != null || is != null) && !Values.same(was, is)) {
          report(
              after,
              after.locationOf(names),
              String.join(".", path) + " is not what was released",
              found);
        }
      }
      if (before.type().equals(Types.TABLE)) {
        keyTypes(before, after, found);
      }
    }
  }

  /** What kind of value a key is, which stands apart from the keys. */
  private void keyTypes(Resource before, Resource after, Findings found) {
    for (Node key : Values.many(before.at("KeySchema"))) {
      String name = Values.text(Values.at(key, "AttributeName"));
      String was = TableIndex.type(before, name);
      String is = TableIndex.type(after, name);
      if (is != null && was != null && !is.equals(was)) {
        report(
            after,
            after.locationOf("AttributeDefinitions"),
            "the key " + name + " was of type " + was + " and is of type " + is,
            found);
      }
    }
    // The indexes themselves are compared above, but for the types of their keys.
    Map<String, TableIndex> indexes = TableIndex.local(after);
    for (TableIndex was : TableIndex.local(before).values()) {
      TableIndex is = indexes.get(was.name());
      if (is != null
          && was.key().keySet().equals(is.key().keySet())
          && !was.key().equals(is.key())) {
        report(
            after,
            after.locationOf("AttributeDefinitions"),
            "the key of its index " + was.name() + " was " + was.key() + " and is " + is.key(),
            found);
      }
    }
  }

  private static void report(
      Resource resource, SourceLocation location, String what, Findings found) {
    found.error(
        resource,
        location,
        "would be made anew, empty: "
            + what
            + ". Change it back, or declare another beside it, and move what is in this one.");
  }
}

package io.eventwright.generator.verify;

import io.eventwright.generator.diagnostic.Suggestion;
import io.eventwright.generator.verify.template.Resource;
import io.eventwright.generator.verify.template.SamTemplate;
import java.util.List;

/**
 * A table, queue, stream, bucket, bus or the like that was released and is gone: what is in it
 * stays behind, and nobody reads it. Error.
 */
final class RemovedResource implements ReleaseRule {

  @Override
  public String id() {
    return "removed-resource";
  }

  @Override
  public void check(SamTemplate released, SamTemplate now, Findings found) {
    List<Resource> kept = StatefulResources.of(now);
    for (Resource before : StatefulResources.of(released)) {
      if (now.resources().containsKey(before.id())) {
        continue;
      }
      List<String> candidates =
          kept.stream()
              .filter(each -> each.type().equals(before.type()))
              .map(Resource::id)
              .filter(id -> !released.resources().containsKey(id))
              .toList();
      found.error(
          before,
          "was released, and is gone: what is in it stays behind, and nobody reads it."
              + Suggestion.nearest(before.id(), candidates)
                  .map(id -> " Is it " + id + " now? Then give the part its old name.")
                  .orElse("")
              + " Keep it (a channel: with draining:) until it is empty, then write the reason beside it, and release again.");
    }
  }
}

package io.eventwright.generator.check;

import io.eventwright.generator.diagnostic.Diagnostics;
import io.eventwright.generator.model.Channel;
import io.eventwright.generator.model.NeedsTree;
import io.eventwright.generator.model.source.ConditionSource;
import io.eventwright.generator.model.source.Located;
import io.eventwright.generator.model.source.RequirementSource;
import io.eventwright.generator.model.source.SystemUnderCheck;
import io.eventwright.generator.model.source.WorkerSource;
import java.util.List;
import java.util.stream.Stream;

/**
 * A worker whose needs lack a field that it is keyed, grouped or judged by. Error: it would not be
 * there to be read.
 */
final class IncompleteNeeds implements Rule {

  @Override
  public String id() {
    return "incomplete-needs";
  }

  @Override
  public void check(SystemUnderCheck system, Diagnostics found) {
    for (WorkerSource worker : system.source().workers()) {
      if (worker.needs().isEmpty()) {
        continue;
      }
      WorkerSource.Key changes = worker.changes();
      if (changes != null) {
        check(worker, changes.path(), "finds its " + changes.entity().value() + " by", found);
      }
      Located<List<String>> by = worker.feed().by();
      if (by != null && worker.feed().channel().value() instanceof Channel.Fifo) {
        check(worker, by, "groups its events by", found);
      }
      Stream.of(worker.requires(), worker.ensures())
          .flatMap(List::stream)
          .map(RequirementSource::conditions)
          .flatMap(List::stream)
          .map(ConditionSource::path)
          .filter(path -> path.value().size() > 2 && path.value().get(0).equals("event"))
          .filter(path -> path.value().get(1).equals("data"))
          .forEach(
              path ->
                  check(
                      worker,
                      new Located<>(path.value().subList(2, path.value().size()), path.location()),
                      "has a condition on",
                      found));
    }
  }

  private void check(
      WorkerSource worker, Located<List<String>> path, String why, Diagnostics found) {
    NeedsTree needs = NeedsTree.of(worker.needs().stream().map(Located::value).toList());
    if (!needs.covers(path.value())) {
      String name = String.join(".", path.value());
      found.error(
          path.location(),
          id(),
          "Worker "
              + worker.name().value()
              + " "
              + why
              + " "
              + name
              + ", which is not among its needs: it would not be there to be read. Add "
              + name
              + " to needs:.");
    }
  }
}

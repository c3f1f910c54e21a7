package io.eventwright.generator.check;

import io.eventwright.generator.model.SagaPath;
import io.eventwright.generator.model.SagaStep;
import io.eventwright.generator.model.schema.Keyword;
import io.eventwright.generator.model.source.SagaSource;
import io.eventwright.generator.model.source.SystemUnderCheck;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

/** How many items the lists that a saga goes through have at most. */
final class ListSizes {

  private ListSizes() {}

  /** By the list's path; 0 of a list without a bound, which is another rule's. */
  static Map<SagaPath, Long> of(SagaSource saga, SystemUnderCheck system) {
    Map<SagaPath, Long> items = new HashMap<>();
    new SagaWalk(
            system,
            (step, known) -> {
              if (step instanceof SagaStep.Each each) {
                items.put(each.over(), items(each, known, system));
              }
            })
        .through(saga);
    return items;
  }

  private static long items(SagaStep.Each each, SagaKnowledge known, SystemUnderCheck system) {
    return known.lookup(each.over(), system) instanceof PathLookup.Found there
        ? there.facets().stream()
            .map(facet -> facet.find(Keyword.MaxItems.class).orElse(null))
            .filter(Objects::nonNull)
            .mapToLong(Keyword.MaxItems::value)
            .min()
            .orElse(0)
        : 0;
  }
}

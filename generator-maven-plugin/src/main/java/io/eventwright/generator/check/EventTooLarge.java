package io.eventwright.generator.check;

import io.eventwright.generator.bounds.WorstCase;
import io.eventwright.generator.diagnostic.Diagnostics;
import io.eventwright.generator.model.EventContract;
import io.eventwright.generator.model.schema.Keyword;
import io.eventwright.generator.model.schema.SchemaNode;
import io.eventwright.generator.model.schema.SchemaPaths;
import io.eventwright.generator.model.schema.SchemaSet;
import io.eventwright.generator.model.source.SystemUnderCheck;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/**
 * An event that may be larger than the smallest limit on its path, by the worst case that its
 * schema allows. Error: only few events may ever use their bounds up, but one that does is never
 * delivered. Texts and lists without a bound are the business of {@link UnboundedText} and {@link
 * UnboundedList}, and count nothing here.
 */
final class EventTooLarge implements Rule {

  private static final int FIELDS_NAMED = 3;

  private record TooLarge(EventContract event, SchemaNode root, SizeLimit limit, WorstCase sizes) {}

  @Override
  public String id() {
    return "event-too-large";
  }

  @Override
  public void check(SystemUnderCheck system, Diagnostics found) {
    for (TooLarge each : tooLarge(system)) {
      if (acceptances(system, each).isEmpty()) {
        found.error(each.root().location(), id(), message(each, system.schemas()));
      }
    }
  }

  /** The acceptances that keep an event that is too large from being reported. */
  List<Keyword.Acceptance> accepted(SystemUnderCheck system) {
    return tooLarge(system).stream().flatMap(each -> acceptances(system, each).stream()).toList();
  }

  private List<Keyword.Acceptance> acceptances(SystemUnderCheck system, TooLarge event) {
    return Acceptances.in(new SchemaPaths(system.schemas()).facets(event.root()))
        .filter(acceptance -> acceptance.rule().equals(id()))
        .limit(1)
        .toList();
  }

  private static List<TooLarge> tooLarge(SystemUnderCheck system) {
    WorstCase sizes = new WorstCase(system.schemas());
    List<TooLarge> all = new ArrayList<>();
    for (EventContract event : system.events()) {
      SizeLimit limit = SizeLimit.smallest(event, system, sizes);
      system
          .schemas()
          .root(event.newest().file())
          .filter(root -> sizes.of(List.of(root)) > limit.room())
          .ifPresent(root -> all.add(new TooLarge(event, root, limit, sizes)));
    }
    return all;
  }

  private static String message(TooLarge each, SchemaSet schemas) {
    SizeLimit limit = each.limit();
    long data = each.sizes().of(List.of(each.root()));
    String costly =
        new CostlyFields(schemas, each.sizes())
            .of(each.root()).stream()
                .sorted(Comparator.comparingLong(CostlyFields.Field::bytes).reversed())
                .limit(FIELDS_NAMED)
                .map(field -> field.path() + " (" + amount(field.bytes()) + ")")
                .collect(Collectors.joining(", "));
    return each.event().ref()
        + " may have "
        + amount(data)
        + " bytes of data, and "
        + limit.name()
        + " takes "
        + limit.bytes()
        + ", of which "
        + amount(limit.besides())
        + " are for what is beside it. Most of them are in "
        + costly
        + ": lower a maxLength or maxItems there, or send a link to the data.";
  }

  private static String amount(long bytes) {
    return bytes >= WorstCase.MOST ? "over " + WorstCase.MOST : Long.toString(bytes);
  }
}

package io.eventwright.generator.check;

import io.eventwright.generator.model.EventContract;
import io.eventwright.generator.model.EventMinor;
import io.eventwright.generator.model.schema.Keyword;
import io.eventwright.generator.model.schema.SchemaNode;
import io.eventwright.generator.model.source.EntitySource;
import io.eventwright.generator.model.source.ProjectionSource;
import io.eventwright.generator.model.source.SystemUnderCheck;
import java.util.ArrayList;
import java.util.List;

/**
 * A schema whose documents are somebody's, so that what is sensitive of them is sealed.
 *
 * @param file its source
 * @param root its root
 * @param subject whose its documents are
 */
record Forgetful(String file, SchemaNode root, Keyword.Subject subject) {

  /** Those of events, entities and projections, in that order. */
  static List<Forgetful> of(SystemUnderCheck system) {
    List<String> files = new ArrayList<>();
    for (EventContract event : system.events()) {
      event.minors().stream().map(EventMinor::file).forEach(files::add);
    }
    for (EntitySource entity : system.source().entities()) {
      files.add(system.named(entity.state().value()));
    }
    for (ProjectionSource projection : system.source().projections()) {
      files.add(system.named(projection.row().value()));
    }
    return files.stream().distinct().flatMap(file -> of(file, system).stream()).toList();
  }

  /** The schema of one file, if its documents are somebody's. */
  static List<Forgetful> of(String file, SystemUnderCheck system) {
    return system
        .schemas()
        .root(file)
        .flatMap(
            root -> root.find(Keyword.Subject.class).map(each -> new Forgetful(file, root, each)))
        .stream()
        .toList();
  }
}

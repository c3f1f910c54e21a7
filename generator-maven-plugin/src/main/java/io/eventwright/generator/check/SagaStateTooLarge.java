package io.eventwright.generator.check;

import io.eventwright.generator.bounds.WorstCase;
import io.eventwright.generator.diagnostic.Diagnostics;
import io.eventwright.generator.model.EventRef;
import io.eventwright.generator.model.source.SagaSource;
import io.eventwright.generator.model.source.SystemUnderCheck;
import io.eventwright.generator.quota.Quotas;
import java.util.List;
import java.util.Optional;

/**
 * A saga whose event and results together may be larger than a state may hold, by the worst case
 * that their schemas allow. Error: the execution would fail where they meet.
 */
final class SagaStateTooLarge implements Rule {

  @Override
  public String id() {
    return "saga-state-too-large";
  }

  @Override
  public void check(SystemUnderCheck system, Diagnostics found) {
    WorstCase sizes = new WorstCase(system.schemas());
    long most = Quotas.known().of("stepfunctions.state-bytes") - SizeLimit.ENVELOPE_BYTES;
    for (SagaSource saga : system.source().sagas()) {
      long bytes = 0;
      StringBuilder parts = new StringBuilder();
      for (EventRef kept : SecretInState.kept(saga, system)) {
        long size =
            system
                .event(kept.name(), kept.major())
                .flatMap(event -> system.schemas().root(event.newest().file()))
                .flatMap(root -> Optional.of(sizes.of(List.of(root))))
                .orElse(0L);
        bytes = Math.min(WorstCase.MOST, bytes + size);
        parts
            .append(parts.isEmpty() ? "" : ", ")
            .append(kept)
            .append(" (")
            .append(size)
            .append(")");
      }
      if (bytes > most && SecretInState.kept(saga, system).size() > 1) {
        found.error(
            saga.name().location(),
            id(),
            "Saga "
                + saga.name().value()
                + " may keep "
                + bytes
                + " bytes, and a state holds "
                + most
                + " beside the envelope: "
                + parts
                + ". Lower a maxLength or maxItems there, or return less.");
      }
    }
  }
}

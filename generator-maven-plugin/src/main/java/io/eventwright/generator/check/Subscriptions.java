package io.eventwright.generator.check;

import io.eventwright.generator.model.source.SagaSource;
import io.eventwright.generator.model.source.SubscriptionSource;
import io.eventwright.generator.model.source.SystemSource;
import io.eventwright.generator.model.source.WorkerSource;
import java.util.ArrayList;
import java.util.List;

/** What a system's parts listen to with conditions. */
final class Subscriptions {

  private Subscriptions() {}

  static List<SubscriptionSource> of(SystemSource source) {
    List<SubscriptionSource> all = new ArrayList<>();
    for (WorkerSource worker : source.workers()) {
      SubscriptionSource own = worker.subscription();
      if (own != null) {
        all.add(own);
      }
    }
    source.sagas().stream().map(SagaSource::subscription).forEach(all::add);
    return all;
  }
}

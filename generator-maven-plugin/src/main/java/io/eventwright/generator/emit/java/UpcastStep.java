package io.eventwright.generator.emit.java;

import com.palantir.javapoet.CodeBlock;
import io.eventwright.generator.model.EventRef;
import io.eventwright.generator.model.EventSystem;
import io.eventwright.generator.model.ProjectionModel;
import io.eventwright.generator.model.SagaModel;
import io.eventwright.generator.model.Subscription;
import io.eventwright.generator.model.WorkerModel;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** From one major of an event to the next that a consumer takes. */
public record UpcastStep(EventRef from, EventRef to) implements Comparable<UpcastStep> {

  /** Every step that some subscription of the system needs, each once, sorted. */
  public static List<UpcastStep> neededBy(EventSystem system) {
    return Stream.of(
            system.workers().stream().map(WorkerModel::subscription).filter(Objects::nonNull),
            system.sagas().stream().map(SagaModel::on),
            system.projections().stream().map(ProjectionModel::from).flatMap(List::stream))
        .flatMap(subscriptions -> subscriptions)
        .flatMap(subscription -> of(subscription).stream())
        .distinct()
        .sorted()
        .toList();
  }

  /** The steps from a subscription's oldest major to the one that is delivered. */
  public static List<UpcastStep> of(Subscription subscription) {
    List<Integer> majors = subscription.majors();
    List<UpcastStep> steps = new ArrayList<>();
    for (int i = 1; i < majors.size(); i++) {
      steps.add(
          new UpcastStep(
              new EventRef(subscription.event(), majors.get(i - 1)),
              new EventRef(subscription.event(), majors.get(i))));
    }
    return steps;
  }

  /**
   * The user's upcasters from here on, as one: {@code new AV1ToV2().then(new AV2ToV3())}.
   *
   * @param names where the user's classes are
   * @param steps at least one, each beginning where the one before ends
   */
  public static CodeBlock chain(SystemNames names, List<UpcastStep> steps) {
    CodeBlock.Builder chain = CodeBlock.builder();
    for (UpcastStep step : steps) {
      chain.add(
          chain.isEmpty() ? "new $T()" : ".then(new $T())",
          names.usersUpcaster(step.from(), step.to()));
    }
    return chain.build();
  }

  @Override
  public int compareTo(UpcastStep other) {
    int byOlder = from.compareTo(other.from);
    return byOlder != 0 ? byOlder : to.compareTo(other.to);
  }
}

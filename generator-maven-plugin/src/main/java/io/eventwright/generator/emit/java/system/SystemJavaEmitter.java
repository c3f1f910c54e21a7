package io.eventwright.generator.emit.java.system;

import io.eventwright.generator.emit.java.SystemJava;
import io.eventwright.generator.emit.java.entity.EntityAccessEmitter;
import io.eventwright.generator.emit.java.event.EventTypeEmitter;
import io.eventwright.generator.emit.java.event.PublisherEmitter;
import io.eventwright.generator.emit.java.event.UpcasterEmitter;
import io.eventwright.generator.emit.java.function.AnchorFunctionEmitter;
import io.eventwright.generator.emit.java.function.BreakerManagerFunctionEmitter;
import io.eventwright.generator.emit.java.function.DependenciesEmitter;
import io.eventwright.generator.emit.java.function.ProjectionFunctionEmitter;
import io.eventwright.generator.emit.java.function.PushFunctionEmitter;
import io.eventwright.generator.emit.java.function.RelayFunctionEmitter;
import io.eventwright.generator.emit.java.function.RouteFunctionEmitter;
import io.eventwright.generator.emit.java.function.SagaEndFunctionEmitter;
import io.eventwright.generator.emit.java.function.TaskMainEmitter;
import io.eventwright.generator.emit.java.function.WorkerFunctionEmitter;
import io.eventwright.generator.emit.java.function.WorkerStreamEmitter;
import io.eventwright.generator.emit.java.projection.ProjectionInterfaceEmitter;
import io.eventwright.generator.emit.java.projection.ProjectionReaderEmitter;
import io.eventwright.generator.emit.java.saga.SagaInterfaceEmitter;
import io.eventwright.generator.emit.java.saga.TaskInterfaceEmitter;
import io.eventwright.generator.emit.java.worker.WorkerInterfaceEmitter;
import io.eventwright.generator.model.GeneratedFile;
import java.util.List;
import java.util.stream.Stream;

/**
 * All Java of a system that is not made from a schema:
 *
 * <ol>
 *   <li>what the user names: event types, the publisher, entities' and projections' readers;
 *   <li>what the user implements: workers, sagas, projections, upcasters;
 *   <li>what Lambda calls, and what containers run.
 * </ol>
 */
public record SystemJavaEmitter(SystemJava java) {

  /** Every file, in that order. */
  public List<GeneratedFile> emit() {
    return Stream.of(
            new EventTypeEmitter(java).emit(),
            new PublisherEmitter(java).emit(),
            new EntityAccessEmitter(java).emit(),
            new ProjectionReaderEmitter(java).emit(),
            new WorkerStreamEmitter(java).emit(),
            new WorkerInterfaceEmitter(java).emit(),
            new SagaInterfaceEmitter(java).emit(),
            new TaskInterfaceEmitter(java).emit(),
            new ProjectionInterfaceEmitter(java).emit(),
            new UpcasterEmitter(java).emit(),
            new WorkerFunctionEmitter(java).emit(),
            new RouteFunctionEmitter(java).emit(),
            new SagaEndFunctionEmitter(java).emit(),
            new TaskMainEmitter(java).emit(),
            new ProjectionFunctionEmitter(java).emit(),
            new RelayFunctionEmitter(java).emit(),
            new AnchorFunctionEmitter(java).emit(),
            new PushFunctionEmitter(java).emit(),
            new DependenciesEmitter(java).emit(),
            new BreakerManagerFunctionEmitter(java).emit())
        .flatMap(List::stream)
        .toList();
  }
}

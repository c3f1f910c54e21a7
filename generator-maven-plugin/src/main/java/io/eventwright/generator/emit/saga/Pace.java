package io.eventwright.generator.emit.saga;

import io.eventwright.generator.emit.sam.SagaTimes;
import io.eventwright.generator.model.ExpressBudget;
import io.eventwright.generator.model.SagaModel;
import io.eventwright.generator.model.SagaRetry;
import io.eventwright.generator.model.WorkerModel;
import java.time.Duration;
import java.util.List;

/** How long attempts are waited for and how often they are made. */
enum Pace {
  /** Where there are months, and a person who looks. */
  PATIENT(Duration.ofSeconds(10), Duration.ofSeconds(30), SagaRetry.PERSISTENT),

  /** Where there are five minutes for all of it. */
  BRISK(ExpressBudget.BESIDE_FUNCTION, ExpressBudget.SERVICE_CALL, ExpressBudget.PERSISTENT);

  private final Duration besideFunction;
  private final Duration serviceCall;
  private final SagaRetry persistent;

  Pace(Duration besideFunction, Duration serviceCall, SagaRetry persistent) {
    this.besideFunction = besideFunction;
    this.serviceCall = serviceCall;
    this.persistent = persistent;
  }

  static Pace of(SagaModel saga) {
    return saga.isExpress() ? BRISK : PATIENT;
  }

  /**
   * So much longer than its function's: the service's timer must not end before it, since a
   * function that still runs could take effect after it was compensated.
   */
  Duration besideFunction() {
    return besideFunction;
  }

  /** Of a call without a function. */
  Duration serviceCall() {
    return serviceCall;
  }

  /** Of what must end. */
  SagaRetry persistent() {
    return persistent;
  }

  /** The same of a worker, an attempt of which may be within a call. */
  SagaRetry persistent(WorkerModel worker) {
    return this == PATIENT
        ? persistent
        : ExpressBudget.persistent(worker.timeout(), !worker.uses().isEmpty());
  }

  /** Of an undo. */
  SagaRetry undoing(WorkerModel step, WorkerModel undo) {
    return this == PATIENT
        ? persistent
        : ExpressBudget.undoing(step.timeout(), undo.timeout(), !undo.uses().isEmpty());
  }

  /** Of a function: as it is said, and where there is time the service's own errors beside that. */
  List<Object> ofFunction(List<SagaRetry> said) {
    return this == PATIENT ? Retries.ofFunction(said) : Retries.ofFunctionAlone(said);
  }

  /** Of a service that is called without a function. */
  List<Object> ofService() {
    return this == PATIENT ? Retries.ofOwnStore() : Retries.ofService(List.of(persistent));
  }

  /** How long the function that publishes an end is waited for. */
  Duration end(SagaModel saga) {
    return SagaTimes.endFunction(saga).plus(besideFunction);
  }
}

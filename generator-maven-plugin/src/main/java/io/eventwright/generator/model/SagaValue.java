package io.eventwright.generator.model;

/** What a field of a step's input is filled with. */
public sealed interface SagaValue {

  /** What stands at a path. */
  record At(SagaPath path) implements SagaValue {}

  /** Always the same: a text, a number, true or false. */
  record Constant(Object value) implements SagaValue {}
}

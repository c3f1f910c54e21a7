package io.eventwright.runtime.saga;

/**
 * Why a saga was undone.
 *
 * @param step the step that failed, as in {@code system.yaml}
 * @param code a stable word for machines: the worker's own for a refusal, else the error's name
 * @param reason a sentence for people
 */
public record SagaFailure(String step, String code, String reason) {}

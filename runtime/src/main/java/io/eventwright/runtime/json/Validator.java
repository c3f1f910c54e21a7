package io.eventwright.runtime.json;

/** A schema, compiled. */
public interface Validator {}

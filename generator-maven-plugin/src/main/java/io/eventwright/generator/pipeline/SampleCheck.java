package io.eventwright.generator.pipeline;

import io.eventwright.generator.diagnostic.Diagnostics;
import io.eventwright.generator.diagnostic.SourceLocation;
import io.eventwright.generator.sample.EventSamples;
import io.eventwright.generator.sample.InvalidSample;
import io.eventwright.generator.sample.ValidSample;
import io.eventwright.runtime.json.ValidationResult;
import io.eventwright.runtime.json.Validator;
import io.eventwright.runtime.json.Violation;

/** Judges samples once more as they are to be written, whoever made them. */
final class SampleCheck {

  private SampleCheck() {}

  /** Reports a schema without a valid sample, and each sample that is not what it is said to be. */
  static void check(
      SourceLocation schema, EventSamples samples, Validator validator, Diagnostics found) {
    if (samples.valid().isEmpty()) {
      found.error(
          schema,
          "no-sample",
          "No event was found that this schema accepts. Give one as examples, or look whether its"
              + " keywords contradict each other.");
    }
    for (ValidSample sample : samples.valid()) {
      for (Violation violation : validator.validate(sample.value()).violations()) {
        found.error(
            schema,
            "sample-not-valid",
            "The sample " + sample.name() + " is refused: " + violation);
      }
    }
    for (InvalidSample sample : samples.invalid()) {
      ValidationResult result = validator.validate(sample.value(), 1_000);
      if (!result.violations().contains(sample.violation())) {
        found.error(
            schema,
            "sample-not-invalid",
            "The sample " + sample.name() + " does not break " + sample.keyword() + ".");
      }
    }
  }
}

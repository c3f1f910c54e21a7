package io.eventwright.local.template;

import org.jspecify.annotations.Nullable;

/** What names in a template stand for; an unknown name is an {@link EvaluationException}. */
interface References {

  /** Whether {@code Ref} of that whole name, dots included, has a meaning. */
  boolean knows(String name);

  /** A parameter, pseudo parameter or resource. */
  Object ref(String name);

  /** {@code Fn::GetAtt}. */
  Object attribute(String logicalId, String attribute);

  /** A condition's truth. */
  boolean condition(String name);

  /** A mapping, or null. */
  @Nullable Object mapping(String name);
}

/**
 * ECMA-262 regular expressions that cannot hang: matched in linear time, or within a budget of
 * steps.
 */
@NullMarked
package io.eventwright.runtime.json.pattern;

import org.jspecify.annotations.NullMarked;

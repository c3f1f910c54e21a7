/**
 * Reads a SAM template, evaluates CloudFormation's functions, and says what each resource is
 * called.
 */
@NullMarked
package io.eventwright.local.template;

import org.jspecify.annotations.NullMarked;

/** Permissions, evaluated without engines. */
@NullMarked
package io.eventwright.local.iam;

import org.jspecify.annotations.NullMarked;

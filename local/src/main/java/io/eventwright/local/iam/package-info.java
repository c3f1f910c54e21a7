/** Who may call what: the template's roles and resource policies, evaluated as AWS does. */
@NullMarked
package io.eventwright.local.iam;

import org.jspecify.annotations.NullMarked;

/**
 * AWS Secrets Manager, as far as a function reads from it: the user's own file stands behind it.
 */
@NullMarked
package io.eventwright.local.secrets;

import org.jspecify.annotations.NullMarked;

/** Functions, called as Lambda calls them: payload in, response out, batches, retries. */
@NullMarked
package io.eventwright.local.lambda;

import org.jspecify.annotations.NullMarked;

/** What a finished template must hold before it is deployed: one class per rule. */
@NullMarked
package io.eventwright.generator.verify;

import org.jspecify.annotations.NullMarked;

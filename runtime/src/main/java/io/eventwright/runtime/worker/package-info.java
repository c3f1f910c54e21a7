/** What a worker is given and what it returns: values, no side effects. */
@NullMarked
package io.eventwright.runtime.worker;

import org.jspecify.annotations.NullMarked;

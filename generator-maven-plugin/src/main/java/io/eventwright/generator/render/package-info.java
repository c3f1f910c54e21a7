/** View and template to text; the only place that knows Velocity. */
@NullMarked
package io.eventwright.generator.render;

import org.jspecify.annotations.NullMarked;

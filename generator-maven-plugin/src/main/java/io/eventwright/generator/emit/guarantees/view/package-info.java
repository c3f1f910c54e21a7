/** What the page of guarantees shows. */
@NullMarked
package io.eventwright.generator.emit.guarantees.view;

import org.jspecify.annotations.NullMarked;

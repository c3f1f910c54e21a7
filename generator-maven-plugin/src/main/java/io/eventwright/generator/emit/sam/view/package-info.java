/** What each template of the SAM template is given: one record per template, of the same name. */
@NullMarked
package io.eventwright.generator.emit.sam.view;

import org.jspecify.annotations.NullMarked;

/** Folders of samples, and the schemas and reports that they must give. */
@NullMarked
package io.eventwright.generator.infer;

import org.jspecify.annotations.NullMarked;

/** What whoever operates a system has to know of it: who takes what, and what is sensitive. */
@NullMarked
package io.eventwright.generator.emit.operate;

import org.jspecify.annotations.NullMarked;

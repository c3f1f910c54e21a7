/** The heads of the log's hash chains, kept where nobody can change them. */
@NullMarked
package io.eventwright.runtime.anchor;

import org.jspecify.annotations.NullMarked;

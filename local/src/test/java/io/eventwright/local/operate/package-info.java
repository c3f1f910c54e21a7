/** The commands of a person who operates a system. */
@NullMarked
package io.eventwright.local.operate;

import org.jspecify.annotations.NullMarked;

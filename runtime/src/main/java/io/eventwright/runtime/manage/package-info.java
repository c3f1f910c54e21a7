/** The manager that pauses and resumes what feeds workers whose dependencies are down. */
@NullMarked
package io.eventwright.runtime.manage;

import org.jspecify.annotations.NullMarked;

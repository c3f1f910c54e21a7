/** Names the stages and their order, and nothing else. */
@NullMarked
package io.eventwright.generator.pipeline;

import org.jspecify.annotations.NullMarked;

/** What a saga's steps and its end are given and what they return. */
@NullMarked
package io.eventwright.runtime.saga;

import org.jspecify.annotations.NullMarked;

/** JSON as plain Java values: maps in order, lists, strings, numbers, booleans and null. */
@NullMarked
package io.eventwright.local.states.json;

import org.jspecify.annotations.NullMarked;

/** The plugin: event schemas and one system description in, a running system out. */
@NullMarked
package io.eventwright.generator;

import org.jspecify.annotations.NullMarked;

/** What AWS lets a system have, from one dated file; checks, emitters and plans read it. */
@NullMarked
package io.eventwright.generator.quota;

import org.jspecify.annotations.NullMarked;

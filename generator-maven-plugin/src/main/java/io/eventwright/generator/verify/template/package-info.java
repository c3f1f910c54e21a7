/** What a finished template says, ready to be judged: resources, policies, alarms, deliveries. */
@NullMarked
package io.eventwright.generator.verify.template;

import org.jspecify.annotations.NullMarked;

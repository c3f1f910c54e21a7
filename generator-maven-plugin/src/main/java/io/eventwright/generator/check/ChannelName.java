package io.eventwright.generator.check;

import io.eventwright.generator.diagnostic.Diagnostics;
import io.eventwright.generator.model.source.Located;
import io.eventwright.generator.model.source.ProjectionSource;
import io.eventwright.generator.model.source.SystemUnderCheck;

/**
 * A channel's name that AppSync Events does not take: more than 50 characters (AWS AppSync Events,
 * "Understanding channel namespaces"). Error: the deployment would fail.
 */
final class ChannelName implements Rule {
  private static final int LONGEST = 50;

  @Override
  public String id() {
    return "channel-name";
  }

  @Override
  public void check(SystemUnderCheck system, Diagnostics found) {
    for (ProjectionSource projection : system.source().projections()) {
      Located<String> push = projection.push();
      if (push != null && push.value().length() > LONGEST) {
        found.error(
            push.location(),
            id(),
            "A channel's name has at most 50 characters, and this one has "
                + push.value().length()
                + ". Shorten it.");
      }
    }
  }
}

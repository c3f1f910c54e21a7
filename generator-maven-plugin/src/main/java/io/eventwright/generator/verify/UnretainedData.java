package io.eventwright.generator.verify;

import io.eventwright.generator.verify.template.Resource;
import io.eventwright.generator.verify.template.SamTemplate;
import io.eventwright.generator.verify.template.Types;
import java.util.List;

/**
 * A table, queue, stream, bucket or bus that CloudFormation would delete with what is in it. Error.
 */
final class UnretainedData implements TemplateRule {

  @Override
  public String id() {
    return "unretained-data";
  }

  private static final List<String> KEEPERS =
      List.of(Types.TABLE, Types.QUEUE, Types.STREAM, Types.BUCKET, Types.BUS, Types.KEY);

  @Override
  public void check(SamTemplate template, Findings found) {
    for (Resource each : template.having(any -> KEEPERS.contains(any.type()))) {
      for (String policy : List.of("DeletionPolicy", "UpdateReplacePolicy")) {
        if (!"Retain".equals(each.whole().text(policy))) {
          found.error(
              each, "is not kept when it leaves the template. Write " + policy + ": Retain.");
        }
      }
    }
  }
}

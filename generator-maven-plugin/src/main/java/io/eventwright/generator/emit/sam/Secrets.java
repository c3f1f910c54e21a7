package io.eventwright.generator.emit.sam;

import io.eventwright.generator.emit.sam.view.VariableView;
import io.eventwright.generator.model.DependencyModel;
import io.eventwright.generator.model.EventSystem;
import io.eventwright.generator.model.WorkerModel;
import java.util.Locale;

/**
 * Which secrets a function may read: those of the dependencies that its worker uses, each by
 * itself. Its environment has their ARNs; what they hold is in no template.
 */
final class Secrets {

  private Secrets() {}

  static void add(
      EventSystem system, WorkerModel worker, Permissions permissions, Variables variables) {
    for (DependencyModel dependency : system.dependencies()) {
      String secret = dependency.secret();
      if (secret == null || !worker.uses().contains(dependency.name())) {
        continue;
      }
      permissions.readSecret(LogicalIds.of(dependency.name()), grantedArn(secret));
      variables.add(
          new VariableView(
              "EVENTWRIGHT_SECRET_" + dependency.name().toUpperCase(Locale.ROOT).replace('-', '_'),
              arn(secret, "")));
    }
  }

  /** The service ends the ARN of a named secret with six characters of its own. */
  private static String grantedArn(String secret) {
    return arn(secret, "-??????");
  }

  private static String arn(String secret, String end) {
    return secret.startsWith("arn:")
        ? "\"" + secret + "\""
        : "!Sub \"arn:${AWS::Partition}:secretsmanager:${AWS::Region}:${AWS::AccountId}:secret:"
            + secret
            + end
            + "\"";
  }
}

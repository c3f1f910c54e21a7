package io.eventwright.local.template;

import java.net.URI;
import java.util.Map;

/**
 * What a deployment would be told beside the template.
 *
 * @param stackName CloudFormation's stack name, prefix of every name that the template leaves open
 * @param region such as {@code eu-central-1}
 * @param accountId twelve digits
 * @param endpoint the local cloud's one endpoint; queue URLs start with it
 * @param parameters values for the template's parameters, over their defaults
 */
public record StackSettings(
    String stackName,
    String region,
    String accountId,
    URI endpoint,
    Map<String, String> parameters) {

  /** Copies the parameters. */
  public StackSettings {
    parameters = Map.copyOf(parameters);
  }

  /** An ARN of this account and region. */
  public String arn(String service, String rest) {
    return "arn:aws:%s:%s:%s:%s".formatted(service, region, accountId, rest);
  }
}

package io.eventwright.local.appsync;

import io.eventwright.local.template.Properties;
import io.eventwright.local.template.Resource;
import java.util.List;

/**
 * A channel namespace as its template declares it.
 *
 * @param name the first segment of its channels
 * @param arn its ARN
 * @param publish how publishing may be authorized; empty for what the API says
 * @param subscribe how subscribing may be; empty for what the API says
 */
public record Namespace(String name, String arn, List<String> publish, List<String> subscribe) {

  /** Reads a namespace's properties; code that handles events is refused. */
  public static Namespace of(Resource resource) {
    Properties properties = resource.properties();
    properties.without("Tags", "ApiId");
    return new Namespace(
        properties.requiredText("Name"),
        resource.arn(),
        modes(properties, "PublishAuthModes"),
        modes(properties, "SubscribeAuthModes"));
  }

  private static List<String> modes(Properties properties, String name) {
    return properties.parts(name).stream().map(mode -> mode.requiredText("AuthType")).toList();
  }
}

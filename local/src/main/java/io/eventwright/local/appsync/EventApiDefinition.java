package io.eventwright.local.appsync;

import io.eventwright.local.api.TokenRules;
import io.eventwright.local.template.Properties;
import io.eventwright.local.template.Resource;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * An event API as its template declares it.
 *
 * @param logicalId its name in the template
 * @param arn its ARN
 * @param tokens what a token must be; null when it takes none
 * @param connect how a connection may be authorized
 * @param publish how publishing may be, where a namespace does not say
 * @param subscribe how subscribing may be, where a namespace does not say
 */
public record EventApiDefinition(
    String logicalId,
    String arn,
    @Nullable TokenRules tokens,
    List<String> connect,
    List<String> publish,
    List<String> subscribe) {

  static final String IAM = "AWS_IAM";
  static final String TOKEN = "OPENID_CONNECT";

  /** Reads an API's properties. */
  public static EventApiDefinition of(Resource resource) {
    Properties properties = resource.properties();
    properties.without("Name", "OwnerContact", "Tags");
    Properties config = properties.part("EventConfig");
    config.without("LogConfig");
    Map<String, TokenRules> providers = new TreeMap<>();
    for (Properties provider : config.parts("AuthProviders")) {
      provider(provider, providers);
    }
    TokenRules tokens = providers.get(TOKEN);
    return new EventApiDefinition(
        resource.logicalId(),
        resource.arn(),
        tokens,
        modes(config, "ConnectionAuthModes", providers),
        modes(config, "DefaultPublishAuthModes", providers),
        modes(config, "DefaultSubscribeAuthModes", providers));
  }

  private static void provider(Properties provider, Map<String, TokenRules> providers) {
    String type = provider.requiredText("AuthType");
    if (type.equals(TOKEN)) {
      Properties openId = provider.part("OpenIDConnectConfig");
      openId.without("AuthTTL", "IatTTL");
      String clients = openId.text("ClientId", "");
      providers.put(
          type,
          new TokenRules(
              openId.requiredText("Issuer"),
              clients.isEmpty() ? List.of() : List.of(clients.split("\\|")),
              List.of()));
    } else if (type.equals(IAM)) {
      providers.put(type, new TokenRules("", List.of(), List.of()));
    } else {
      provider.problem("AuthType", "unsupported-value", "is not known to the local cloud: " + type);
    }
  }

  /** What a setting's modes are; each must have its provider. */
  static List<String> modes(Properties config, String name, Map<String, TokenRules> providers) {
    List<String> modes =
        config.parts(name).stream().map(mode -> mode.requiredText("AuthType")).toList();
    for (String mode : modes) {
      if (!providers.containsKey(mode)) {
        config.problem(name, "missing-provider", "names " + mode + ", which AuthProviders lacks");
      }
    }
    return modes;
  }
}

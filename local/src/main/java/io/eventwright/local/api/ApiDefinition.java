package io.eventwright.local.api;

import com.fasterxml.jackson.databind.JsonNode;
import io.eventwright.local.template.Properties;
import io.eventwright.local.template.Resource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An API, as {@code AWS::Serverless::HttpApi} or {@code AWS::Serverless::Api} says it.
 *
 * @param logicalId in the template
 * @param id what {@code Ref} gives
 * @param kind HTTP or REST
 * @param stage part of the path, unless it is {@code $default}
 * @param authorizers by name
 * @param authorizer of routes that name none; null for none
 * @param rate requests a second, of each route
 * @param burst requests at once, of each route
 * @param models what bodies must fit, by name
 * @param crossOrigin what browsers are told about pages of other origins
 */
public record ApiDefinition(
    String logicalId,
    String id,
    ApiKind kind,
    String stage,
    Map<String, TokenRules> authorizers,
    @Nullable String authorizer,
    double rate,
    int burst,
    Map<String, JsonNode> models,
    CrossOrigin crossOrigin) {

  /** The account's limits, for an API without its own. */
  private static final int ACCOUNT_RATE = 10_000;

  private static final int ACCOUNT_BURST = 5_000;

  /** An HTTP API. */
  public static ApiDefinition http(Resource resource) {
    Properties properties = resource.properties();
    properties
        .without("Name", "Description", "Tags", "PropagateTags", "FailOnWarnings")
        .without("AccessLogSettings");
    Properties auth = properties.part("Auth");
    auth.without("EnableIamAuthorizer");
    Map<String, TokenRules> authorizers = new LinkedHashMap<>();
    Properties named = auth.part("Authorizers");
    for (String name : named.all().keySet()) {
      Properties one = named.part(name);
      one.without("IdentitySource");
      Properties jwt = one.part("JwtConfiguration");
      authorizers.put(
          name,
          new TokenRules(
              jwt.requiredText("issuer"), jwt.texts("audience"), one.texts("AuthorizationScopes")));
    }
    Properties settings = properties.part("DefaultRouteSettings");
    settings.without("DetailedMetricsEnabled");
    return new ApiDefinition(
        resource.logicalId(),
        resource.ref(),
        ApiKind.HTTP,
        properties.text("StageName", "$default"),
        authorizers,
        auth.text("DefaultAuthorizer"),
        rate(settings),
        settings.number("ThrottlingBurstLimit", ACCOUNT_BURST),
        Map.of(),
        HttpCrossOrigin.of(properties));
  }

  /** A REST API; a Cognito user pool stands for the issuer that the pool is. */
  public static ApiDefinition rest(Resource resource) {
    Properties properties = resource.properties();
    properties
        .without("Name", "Description", "Tags", "PropagateTags", "OpenApiVersion", "AlwaysDeploy")
        .without("AccessLogSetting", "EndpointConfiguration", "TracingEnabled");
    Properties auth = properties.part("Auth");
    auth.without("AddDefaultAuthorizerToCorsPreflight", "InvokeRole");
    Map<String, TokenRules> authorizers = new LinkedHashMap<>();
    Properties named = auth.part("Authorizers");
    for (String name : named.all().keySet()) {
      Properties one = named.part(name);
      one.without("Identity", "AuthType");
      authorizers.put(
          name,
          new TokenRules(
              issuer(one.requiredText("UserPoolArn")),
              List.of(),
              one.texts("AuthorizationScopes")));
    }
    double rate = ACCOUNT_RATE;
    int burst = ACCOUNT_BURST;
    for (Properties method : properties.parts("MethodSettings")) {
      method.without("HttpMethod", "ResourcePath", "LoggingLevel", "MetricsEnabled");
      method.without("DataTraceEnabled");
      rate = method.has("ThrottlingRateLimit") ? rate(method) : rate;
      burst = method.number("ThrottlingBurstLimit", burst);
    }
    Map<String, JsonNode> models = new LinkedHashMap<>();
    Properties schemas = properties.part("Models");
    for (String name : schemas.all().keySet()) {
      JsonNode schema = schemas.tree(name);
      if (schema != null) {
        RequestModel.unsupported(schema)
            .forEach(
                keyword ->
                    schemas.problem(
                        name, "unsupported-keyword", "uses " + keyword + ", not checked here"));
        models.put(name, schema);
      }
    }
    return new ApiDefinition(
        resource.logicalId(),
        resource.ref(),
        ApiKind.REST,
        properties.requiredText("StageName"),
        authorizers,
        auth.text("DefaultAuthorizer"),
        rate,
        burst,
        models,
        RestCrossOrigin.of(properties));
  }

  /** Requests a second may be less than one. */
  private static double rate(Properties settings) {
    String text = settings.text("ThrottlingRateLimit", String.valueOf(ACCOUNT_RATE));
    try {
      return Double.parseDouble(text);
    } catch (NumberFormatException e) {
      settings.problem("ThrottlingRateLimit", "wrong-type", "must be a number, not " + text);
      return ACCOUNT_RATE;
    }
  }

  /** {@code arn:aws:cognito-idp:region:account:userpool/region_id}. */
  private static String issuer(String poolArn) {
    String[] parts = poolArn.split(":", 6);
    return parts.length < 6
        ? poolArn
        : "https://cognito-idp."
            + parts[3]
            + ".amazonaws.com/"
            + parts[5].substring(parts[5].indexOf('/') + 1);
  }
}

package io.eventwright.local.appsync;

import com.fasterxml.jackson.databind.JsonNode;
import io.eventwright.local.api.TokenIssuer;
import io.eventwright.local.api.TokenRules;
import io.eventwright.local.api.Tokens;
import io.eventwright.local.gateway.AwsFault;
import io.eventwright.local.iam.Permissions;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Whether what stands in a message's {@code authorization} allows what it asks for. Of a signature
 * only whose it is is looked at.
 */
final class EventAuthorizer {
  private static final Pattern KEY = Pattern.compile("AWS4-HMAC-SHA256 Credential=([^/,\\s]+)/.*");

  private final Permissions permissions;
  private final @Nullable Tokens tokens;

  EventAuthorizer(@Nullable TokenRules rules, TokenIssuer issuer, Permissions permissions) {
    this.permissions = permissions;
    this.tokens = rules == null ? null : new Tokens(rules, issuer);
  }

  /** Why not; null if it may. */
  @Nullable String refusal(
      JsonNode authorization, List<String> modes, String action, String resource) {
    String said =
        authorization.path("Authorization").asText(authorization.path("authorization").asText(""));
    Matcher key = KEY.matcher(said);
    if (key.matches()) {
      if (!modes.contains(EventApiDefinition.IAM)) {
        return "You are not authorized to make this call.";
      }
      try {
        permissions.require(key.group(1), action, resource);
        return null;
      } catch (AwsFault e) {
        return String.valueOf(e.getMessage());
      }
    }
    Tokens known = tokens;
    if (said.isEmpty() || known == null || !modes.contains(EventApiDefinition.TOKEN)) {
      return "You are not authorized to make this call.";
    }
    return known.accepts(said) ? null : "Token is not valid.";
  }
}

package io.eventwright.local.api;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import java.text.ParseException;
import java.util.Arrays;
import java.util.Collection;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A JWT authorizer: signature by the issuer's keys (RSA only), {@code iss}, {@code aud} or {@code
 * client_id}, {@code exp}, {@code nbf}, {@code iat}, and scopes, in that order ("Control access to
 * HTTP APIs with JWT authorizers").
 */
final class TokenAuthorizer {
  private static final Set<JWSAlgorithm> RSA =
      Set.of(JWSAlgorithm.RS256, JWSAlgorithm.RS384, JWSAlgorithm.RS512);

  private final TokenRules rules;
  private final DefaultJWTProcessor<SecurityContext> processor = new DefaultJWTProcessor<>();

  TokenAuthorizer(TokenRules rules, TokenIssuer issuer) {
    this.rules = rules;
    processor.setJWSKeySelector(
        new JWSVerificationKeySelector<>(RSA, new ImmutableJWKSet<>(issuer.keys())));
    // What a claim must say is checked below, in the service's order and words.
    processor.setJWTClaimsSetVerifier((claims, context) -> {});
  }

  Caller authorize(ApiCall call, List<String> routeScopes) throws Unauthorized {
    return authorize(call.header("authorization"), routeScopes);
  }

  /**
   * The same for services that get the header otherwise.
   *
   * @param header {@code Bearer} and the token
   */
  Caller authorize(String header, List<String> routeScopes) throws Unauthorized {
    JWTClaimsSet claims = verified(token(header));
    Date now = new Date();
    if (!rules.issuer().equals(claims.getIssuer())) {
      throw invalid("invalid_token", "the issuer is invalid");
    }
    if (!rules.audience().isEmpty() && rules.audience().stream().noneMatch(audience(claims))) {
      throw invalid("invalid_token", "the audience is invalid");
    }
    if (claims.getExpirationTime() == null || !now.before(claims.getExpirationTime())) {
      throw invalid("invalid_token", "the token has expired");
    }
    if (later(claims.getNotBeforeTime(), now) || later(claims.getIssueTime(), now)) {
      throw invalid("invalid_token", "the token is not valid yet");
    }
    List<String> scopes = routeScopes.isEmpty() ? rules.scopes() : routeScopes;
    if (!scopes.isEmpty() && scopes.stream().noneMatch(scopes(claims)::contains)) {
      throw new Unauthorized(
          new Refusal(
              403,
              "Forbidden",
              Map.of(
                  "www-authenticate",
                  "Bearer scope=\""
                      + String.join(" ", scopes)
                      + "\" error=\"insufficient_scope\"")));
    }
    return new Caller(texts(claims), "");
  }

  private JWTClaimsSet verified(String token) throws Unauthorized {
    try {
      return processor.process(token, null);
    } catch (ParseException | BadJOSEException | JOSEException e) {
      throw invalid("invalid_token", "signature is invalid");
    }
  }

  private static java.util.function.Predicate<String> audience(JWTClaimsSet claims) {
    return wanted ->
        claims.getAudience().contains(wanted) || wanted.equals(claims.getClaim("client_id"));
  }

  private static boolean later(Date time, Date now) {
    return time != null && time.after(now);
  }

  private static String token(String header) throws Unauthorized {
    String text = header.trim();
    if (text.isEmpty()) {
      throw new Unauthorized(
          new Refusal(401, "Unauthorized", Map.of("www-authenticate", "Bearer")));
    }
    return text.regionMatches(true, 0, "Bearer ", 0, 7) ? text.substring(7).trim() : text;
  }

  private static Unauthorized invalid(String error, String description) {
    return new Unauthorized(
        new Refusal(
            401,
            "Unauthorized",
            Map.of(
                "www-authenticate",
                "Bearer error=\"" + error + "\" error_description=\"" + description + "\"")));
  }

  private static List<String> scopes(JWTClaimsSet claims) {
    Object scope =
        claims.getClaim("scope") == null ? claims.getClaim("scp") : claims.getClaim("scope");
    if (scope instanceof Collection<?> several) {
      return several.stream().map(String::valueOf).toList();
    }
    return scope == null ? List.of() : Arrays.asList(String.valueOf(scope).split(" "));
  }

  /** The service gives every claim as text: lists in brackets, times in seconds. */
  private static Map<String, String> texts(JWTClaimsSet claims) {
    Map<String, String> texts = new LinkedHashMap<>();
    claims
        .getClaims()
        .forEach(
            (name, value) -> {
              if (value instanceof Date time) {
                texts.put(name, Long.toString(time.getTime() / 1000));
              } else if (value instanceof List<?> list) {
                texts.put(
                    name,
                    name.equals("aud") && list.size() == 1
                        ? String.valueOf(list.get(0))
                        : "["
                            + String.join(" ", list.stream().map(String::valueOf).toList())
                            + "]");
              } else if (value != null) {
                texts.put(name, String.valueOf(value));
              }
            });
    return texts;
  }
}

package io.eventwright.local.api;

import java.util.List;

/**
 * What a token must be.
 *
 * @param issuer its {@code iss}
 * @param audience one of which is its {@code aud} or {@code client_id}; empty for any
 * @param scopes any of which it needs; empty for none
 */
public record TokenRules(String issuer, List<String> audience, List<String> scopes) {
  public TokenRules {
    audience = List.copyOf(audience);
    scopes = List.copyOf(scopes);
  }
}

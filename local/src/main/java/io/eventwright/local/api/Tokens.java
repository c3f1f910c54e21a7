package io.eventwright.local.api;

import java.util.List;

/** Whether a token is one that rules ask for, for services that take tokens elsewhere. */
public final class Tokens {
  private static final String BEARER = "Bearer ";

  private final TokenAuthorizer authorizer;

  /** By those rules, signed by that issuer. */
  public Tokens(TokenRules rules, TokenIssuer issuer) {
    this.authorizer = new TokenAuthorizer(rules, issuer);
  }

  /** Whether it is; with or without {@code Bearer} before it. */
  public boolean accepts(String token) {
    try {
      authorizer.authorize(token.startsWith(BEARER) ? token : BEARER + token, List.of());
      return true;
    } catch (Unauthorized e) {
      return false;
    }
  }
}

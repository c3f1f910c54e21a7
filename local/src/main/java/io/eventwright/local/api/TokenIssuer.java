package io.eventwright.local.api;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.Map;
import java.util.UUID;

/**
 * Stands in for every issuer that the template names: its keys are made when the cloud starts, so
 * that no token of one run is good in another, and none of a real issuer's is good here.
 */
public final class TokenIssuer {
  private static final int BITS = 2048;

  private final RSAKey key;

  /** An issuer with keys of its own. */
  public TokenIssuer() {
    try {
      key =
          new RSAKeyGenerator(BITS)
              .keyID(UUID.randomUUID().toString())
              .keyUse(KeyUse.SIGNATURE)
              .algorithm(JWSAlgorithm.RS256)
              .generate();
    } catch (JOSEException e) {
      throw new IllegalStateException("a JVM without RSA", e);
    }
  }

  /** What an authorizer fetches: the public keys. */
  JWKSet keys() {
    return new JWKSet(key.toPublicJWK());
  }

  /**
   * A token for a caller.
   *
   * @param rules whose issuer and first audience it names
   * @param claims beside those; they win
   * @param life until it expires; below zero for one that has
   */
  public String mint(TokenRules rules, Map<String, String> claims, Duration life) {
    Instant now = Instant.now();
    JWTClaimsSet.Builder builder =
        new JWTClaimsSet.Builder()
            .issuer(rules.issuer())
            .issueTime(Date.from(now.minusSeconds(1)))
            .expirationTime(Date.from(now.plus(life)))
            .jwtID(UUID.randomUUID().toString());
    if (!rules.audience().isEmpty()) {
      builder.audience(rules.audience().get(0));
    }
    if (!rules.scopes().isEmpty()) {
      builder.claim("scope", String.join(" ", rules.scopes()));
    }
    claims.forEach(builder::claim);
    SignedJWT token =
        new SignedJWT(
            new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(key.getKeyID()).build(),
            builder.build());
    try {
      token.sign(new RSASSASigner(key));
    } catch (JOSEException e) {
      throw new IllegalStateException("a token that cannot be signed", e);
    }
    return token.serialize();
  }
}

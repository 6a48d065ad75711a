package org.safehand.web.provider;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.time.Instant;
import java.util.Date;
import java.util.List;

/** An identity provider's keys, and the tokens that it signs. */
public final class TestProvider {
  public static final String ISSUER = "https://id.example.org/realms/safehand";
  public static final String KEY_ID = "key-1";
  public static final String SUBJECT = "f3b8a0c1-0000-4000-8000-000000002001";

  private static final RSAKey KEY = key(KEY_ID);

  private TestProvider() {}

  /** Another RSA key of any name. */
  public static RSAKey key(String id) {
    try {
      return new RSAKeyGenerator(2048)
          .keyID(id)
          .keyUse(KeyUse.SIGNATURE)
          .algorithm(JWSAlgorithm.RS256)
          .generate();
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
  }

  public static RSAKey key() {
    return KEY;
  }

  /** What the provider publishes. */
  public static JWKSource<SecurityContext> keys() {
    return new ImmutableJWKSet<>(new JWKSet(KEY.toPublicJWK()));
  }

  /** The claims of a second factor that was shown at {@code now}, in answer to {@code nonce}. */
  public static JWTClaimsSet.Builder claims(String client, String nonce, Instant now) {
    return new JWTClaimsSet.Builder()
        .issuer(ISSUER)
        .subject(SUBJECT)
        .audience(List.of(client))
        .claim("azp", client)
        .claim("typ", "ID")
        .claim("nonce", nonce)
        .claim("acr", "gold")
        .claim("auth_time", now.getEpochSecond())
        .issueTime(Date.from(now))
        .expirationTime(Date.from(now.plusSeconds(240)));
  }

  public static JWSHeader.Builder header() {
    return new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(KEY_ID);
  }

  /** Signed as the provider signs. */
  public static String sign(JWTClaimsSet claims) {
    return sign(header().build(), claims, KEY);
  }

  public static String sign(JWSHeader header, JWTClaimsSet claims, RSAKey key) {
    try {
      SignedJWT token = new SignedJWT(header, claims);
      token.sign(new RSASSASigner(key));
      return token.serialize();
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
  }
}

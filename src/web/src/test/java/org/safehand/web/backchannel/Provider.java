package org.safehand.web.backchannel;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.net.URI;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import java.util.Map;
import java.util.UUID;

/** An identity provider that signs logout tokens, good and forged. */
final class Provider {
  static final URI ISSUER = URI.create("https://id.example.org/realms/safehand");
  static final String CLIENT = "safehand-web";
  private static final String EVENT = "http://schemas.openid.net/event/backchannel-logout";
  private static final JOSEObjectType TYPE = new JOSEObjectType("logout+jwt");

  /** When its tokens are made, which is when they are verified. */
  final Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);

  private final RSAKey key = generate("listed");
  private final RSAKey foreign = generate("listed");

  JWKSource<SecurityContext> keys() {
    return new ImmutableJWKSet<>(new JWKSet(key.toPublicJWK()));
  }

  /** What a good token says; a test takes something away or changes it. */
  JWTClaimsSet.Builder claims() {
    return new JWTClaimsSet.Builder()
        .issuer(ISSUER.toString())
        .audience(CLIENT)
        .subject("person-1")
        .claim("sid", "session-1")
        .issueTime(Date.from(now))
        .expirationTime(Date.from(now.plusSeconds(120)))
        .jwtID(UUID.randomUUID().toString())
        .claim("events", Map.of(EVENT, Map.of()));
  }

  static JWSHeader.Builder header(JWSAlgorithm algorithm) {
    return new JWSHeader.Builder(algorithm).type(TYPE).keyID("listed");
  }

  String signed(JWTClaimsSet.Builder claims) {
    return signed(header(JWSAlgorithm.RS256), claims);
  }

  String signed(JWSHeader.Builder header, JWTClaimsSet.Builder claims) {
    return signed(header, claims, key);
  }

  /** Signed by a key of the same name that the provider does not list. */
  String signedByAnother(JWTClaimsSet.Builder claims) {
    return signed(header(JWSAlgorithm.RS256), claims, foreign);
  }

  /** With the public key, which everyone has, as the secret of an HMAC. */
  String signedWithThePublicKey(JWTClaimsSet.Builder claims) {
    try {
      SignedJWT token = new SignedJWT(header(JWSAlgorithm.HS256).build(), claims.build());
      token.sign(new MACSigner(key.toRSAPublicKey().getEncoded()));
      return token.serialize();
    } catch (JOSEException e) {
      throw new AssertionError(e);
    }
  }

  private static String signed(JWSHeader.Builder header, JWTClaimsSet.Builder claims, RSAKey by) {
    try {
      SignedJWT token = new SignedJWT(header.build(), claims.build());
      token.sign(new RSASSASigner(by));
      return token.serialize();
    } catch (JOSEException e) {
      throw new AssertionError(e);
    }
  }

  private static RSAKey generate(String id) {
    try {
      return new RSAKeyGenerator(2048).keyID(id).generate();
    } catch (JOSEException e) {
      throw new AssertionError(e);
    }
  }
}

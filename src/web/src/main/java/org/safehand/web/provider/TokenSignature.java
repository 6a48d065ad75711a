package org.safehand.web.provider;

import static java.util.Objects.requireNonNull;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.KeySourceException;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKMatcher;
import com.nimbusds.jose.jwk.JWKSelector;
import com.nimbusds.jose.jwk.KeyType;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.jwk.source.RateLimitReachedException;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.text.ParseException;
import java.util.List;

/**
 * The signature of a token: RS256 (RFC 7518, section 3.3) by the one key of the provider that the
 * header names. Nothing else of the header is followed.
 */
final class TokenSignature {
  private static final int LONGEST = 8192;

  private final JWKSource<SecurityContext> keys;

  TokenSignature(JWKSource<SecurityContext> keys) {
    this.keys = requireNonNull(keys, "keys is null");
  }

  /** What the provider signed. */
  JWTClaimsSet verified(String token) throws StepUpException {
    SignedJWT signed = parsed(token);
    JWSHeader header = signed.getHeader();
    if (!JWSAlgorithm.RS256.equals(header.getAlgorithm()) || header.getCriticalParams() != null) {
      throw new StepUpException(StepUpFault.ALGORITHM);
    }
    if (header.getType() != null && !JOSEObjectType.JWT.equals(header.getType())) {
      throw new StepUpException(StepUpFault.TYPE);
    }
    try {
      if (!signed.verify(new RSASSAVerifier(key(header).toRSAKey().toRSAPublicKey()))) {
        throw new StepUpException(StepUpFault.SIGNATURE);
      }
      return signed.getJWTClaimsSet();
    } catch (JOSEException e) {
      throw new StepUpException(StepUpFault.SIGNATURE, e);
    } catch (ParseException e) {
      throw new StepUpException(StepUpFault.MALFORMED, e);
    }
  }

  private static SignedJWT parsed(String token) throws StepUpException {
    if (token.length() > LONGEST) {
      throw new StepUpException(StepUpFault.MALFORMED);
    }
    try {
      return SignedJWT.parse(token);
    } catch (ParseException e) {
      throw new StepUpException(StepUpFault.MALFORMED, e);
    }
  }

  private JWK key(JWSHeader header) throws StepUpException {
    String id = header.getKeyID();
    if (id == null) {
      throw new StepUpException(StepUpFault.KEY);
    }
    List<JWK> found = keys(id);
    if (found.size() != 1) {
      throw new StepUpException(StepUpFault.KEY);
    }
    return found.get(0);
  }

  private List<JWK> keys(String id) throws StepUpException {
    JWKMatcher matcher =
        new JWKMatcher.Builder()
            .keyID(id)
            .keyType(KeyType.RSA)
            .keyUse(KeyUse.SIGNATURE)
            .algorithm(JWSAlgorithm.RS256)
            .build();
    try {
      return keys.get(new JWKSelector(matcher), null);
    } catch (RateLimitReachedException unknown) {
      // the provider was asked for this key just before, and had none of this name
      throw new StepUpException(StepUpFault.KEY, unknown);
    } catch (KeySourceException e) {
      throw new StepUpException(StepUpFault.UNAVAILABLE, e);
    }
  }
}

package org.safehand.web.provider;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.JWTClaimsSet;
import java.security.MessageDigest;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.safehand.referral.stepup.StepUpGate;

/**
 * Whether an ID token proves that a person has just shown their second factor, for the question
 * that they were asked (OpenID Connect Core 1.0, sections 3.1.3.7 and 2; RFC 9470, section 5).
 *
 * <p>That the right level was asked for proves nothing, because whoever holds the browser can ask
 * for less: the token's own {@code acr} and {@code auth_time} decide.
 */
public final class IdTokenVerifier implements TokenCheck {
  /** How far the provider's clock may be from ours. */
  static final Duration SKEW = Duration.ofSeconds(5);

  private final String issuer;
  private final TokenSignature signature;
  private final Clock clock;

  /** Verifies tokens that {@code issuer} signed with one of {@code keys}. */
  public IdTokenVerifier(String issuer, JWKSource<SecurityContext> keys, Clock clock) {
    this.issuer = requireNonNull(issuer, "issuer is null");
    this.signature = new TokenSignature(keys);
    this.clock = requireNonNull(clock, "clock is null");
  }

  @Override
  public Instant verify(String token, Asked asked) throws StepUpException {
    JWTClaimsSet claims = signature.verified(token);
    try {
      requireFor(claims, asked);
      requireCurrent(claims, asked);
      requireSame(asked.nonce(), claims.getStringClaim("nonce"), StepUpFault.NONCE);
      requireSame(asked.subject(), claims.getSubject(), StepUpFault.SUBJECT);
      requireSame(StepUpGate.ACR, claims.getStringClaim("acr"), StepUpFault.LEVEL);
      return authenticated(claims, asked);
    } catch (ParseException e) {
      throw new StepUpException(StepUpFault.MALFORMED, e);
    }
  }

  private void requireFor(JWTClaimsSet claims, Asked asked) throws ParseException, StepUpException {
    // Keycloak says here what a token is, so that an access or logout token is never taken for one
    requireSame(
        "ID", Optional.ofNullable(claims.getStringClaim("typ")).orElse("ID"), StepUpFault.TYPE);
    requireSame(issuer, claims.getIssuer(), StepUpFault.ISSUER);
    if (!claims.getAudience().equals(List.of(asked.client()))) {
      throw new StepUpException(StepUpFault.AUDIENCE);
    }
    requireSame(
        asked.client(),
        Optional.ofNullable(claims.getStringClaim("azp")).orElse(asked.client()),
        StepUpFault.PARTY);
  }

  private void requireCurrent(JWTClaimsSet claims, Asked asked) throws StepUpException {
    Instant now = clock.instant();
    Date expires = claims.getExpirationTime();
    if (expires == null || !expires.toInstant().isAfter(now)) {
      throw new StepUpException(StepUpFault.EXPIRED);
    }
    Date issued = claims.getIssueTime();
    if (issued == null || !within(issued.toInstant(), asked.at(), now)) {
      throw new StepUpException(StepUpFault.ISSUED_AT);
    }
  }

  private Instant authenticated(JWTClaimsSet claims, Asked asked)
      throws ParseException, StepUpException {
    Instant now = clock.instant();
    Date claimed = claims.getDateClaim("auth_time");
    if (claimed == null || !within(claimed.toInstant(), asked.at(), now)) {
      throw new StepUpException(StepUpFault.AUTH_TIME);
    }
    Instant authenticated = claimed.toInstant();
    if (!authenticated.isAfter(now.minus(StepUpGate.MAX_AGE))) {
      throw new StepUpException(StepUpFault.AUTH_TIME);
    }
    return authenticated;
  }

  private static boolean within(Instant time, Instant from, Instant until) {
    return !time.isBefore(from.minus(SKEW)) && !time.isAfter(until.plus(SKEW));
  }

  private static void requireSame(String expected, @Nullable String found, StepUpFault fault)
      throws StepUpException {
    if (found == null || !MessageDigest.isEqual(expected.getBytes(UTF_8), found.getBytes(UTF_8))) {
      throw new StepUpException(fault);
    }
  }
}

package org.safehand.web.backchannel;

import static java.util.Objects.requireNonNull;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.JWTParser;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.oauth2.sdk.id.Identifier;
import com.nimbusds.oauth2.sdk.id.Issuer;
import com.nimbusds.openid.connect.sdk.claims.LogoutTokenClaimsSet;
import com.nimbusds.openid.connect.sdk.validators.LogoutTokenValidator;
import java.net.URI;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Verifies logout tokens (OpenID Connect Back-Channel Logout 1.0, section 2.6): typed, signed by
 * the provider with RS256 and nothing else, for this client, about a sign-out, without a nonce,
 * made just now, and seen for the first time.
 */
public final class LogoutTokens {
  private static final int MAX_LENGTH = 8192;
  private static final Duration OLDEST = Duration.ofMinutes(2);
  private static final Duration AHEAD = Duration.ofSeconds(30);

  private final LogoutTokenValidator validator;
  private final SeenTokens seen;
  private final Clock clock;

  /** Tokens that {@code issuer} makes for {@code client}, signed by one of {@code keys}. */
  public LogoutTokens(URI issuer, String client, JWKSource<SecurityContext> keys, Clock clock) {
    this.clock = requireNonNull(clock, "clock is null");
    this.validator =
        new LogoutTokenValidator(
            new Issuer(issuer),
            new ClientID(client),
            true,
            new JWSVerificationKeySelector<>(JWSAlgorithm.RS256, keys),
            null);
    this.seen = new SeenTokens(OLDEST.plus(AHEAD));
  }

  /**
   * Whom {@code token} signs out.
   *
   * @throws LogoutTokenException if it ends nothing
   */
  public SignedOut verify(String token) throws LogoutTokenException {
    if (token.length() > MAX_LENGTH) {
      throw new LogoutTokenException("longer than " + MAX_LENGTH + " characters");
    }
    LogoutTokenClaimsSet claims = claims(token);
    Instant now = clock.instant();
    requireRecent(claims.getIssueTime().toInstant(), now);
    if (!seen.first(claims.getJWTID().getValue(), now)) {
      throw new LogoutTokenException("the token was used before");
    }
    return new SignedOut(value(claims.getSubject()), value(claims.getSessionID()));
  }

  private LogoutTokenClaimsSet claims(String token) throws LogoutTokenException {
    try {
      return validator.validate(JWTParser.parse(token));
    } catch (ParseException e) {
      throw new LogoutTokenException("not a token", e);
    } catch (BadJOSEException e) {
      throw new LogoutTokenException("the token is not one of the provider for this client", e);
    } catch (JOSEException e) {
      throw new LogoutTokenException("the token cannot be verified", e);
    }
  }

  /** The validator asks for a time of issue and compares it with nothing. */
  private static void requireRecent(Instant issued, Instant now) throws LogoutTokenException {
    if (issued.isBefore(now.minus(OLDEST)) || issued.isAfter(now.plus(AHEAD))) {
      throw new LogoutTokenException("the token was not made just now");
    }
  }

  private static Optional<String> value(@Nullable Identifier identifier) {
    return Optional.ofNullable(identifier).map(Identifier::getValue);
  }
}

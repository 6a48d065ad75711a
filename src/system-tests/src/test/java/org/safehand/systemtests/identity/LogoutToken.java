package org.safehand.systemtests.identity;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.UUID;

/**
 * What the provider says when somebody signed out (OpenID Connect Back-Channel Logout 1.0, section
 * 2.4).
 *
 * @param audience the client that it is for
 * @param subject whose session it was
 * @param session which of theirs, {@code sid}
 */
record LogoutToken(String audience, String subject, String session) {
  private static final String EVENT = "http://schemas.openid.net/event/backchannel-logout";

  LogoutToken {
    requireNonNull(audience, "audience is null");
    requireNonNull(subject, "subject is null");
    requireNonNull(session, "session is null");
  }

  static LogoutToken of(String audience, String subject, String session) {
    return new LogoutToken(audience, subject, session);
  }

  /** Made just now, for one use. */
  String signed(Mint mint, String issuer) throws Exception {
    long now = Instant.now().getEpochSecond();
    ObjectNode claims =
        new ObjectMapper()
            .createObjectNode()
            .put("iss", issuer)
            .put("aud", audience)
            .put("sub", subject)
            .put("sid", session)
            .put("iat", now)
            .put("exp", now + 120)
            .put("jti", UUID.randomUUID().toString());
    claims.putObject("events").putObject(EVENT);
    return mint.signed(mint.header().put("typ", "logout+jwt"), claims);
  }
}

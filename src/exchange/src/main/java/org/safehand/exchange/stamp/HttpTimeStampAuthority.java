package org.safehand.exchange.stamp;

import static java.util.Objects.requireNonNull;

import java.math.BigInteger;
import java.net.URI;
import java.security.SecureRandom;
import org.safehand.custody.digest.Digest;
import org.safehand.custody.timestamp.Imprint;
import org.safehand.custody.timestamp.TimeStampException;
import org.safehand.custody.timestamp.TimeStampQuery;
import org.safehand.custody.timestamp.TimeStampToken;
import org.safehand.custody.trust.Trust;
import org.safehand.exchange.egress.EgressClient;
import org.safehand.exchange.egress.EgressException;
import org.safehand.referral.fault.TimeStampUnavailableException;
import org.safehand.referral.port.TimeStampAuthority;

/**
 * An RFC 3161 authority over HTTP (section 3.4). A token counts only if it answers this very
 * request (digest and nonce) and verifies offline under the trust folder that readers will use.
 */
public final class HttpTimeStampAuthority implements TimeStampAuthority {
  private final EgressClient egress;
  private final URI address;
  private final Trust trust;
  private final SecureRandom random;

  public HttpTimeStampAuthority(
      EgressClient egress, URI address, Trust trust, SecureRandom random) {
    this.egress = requireNonNull(egress, "egress is null");
    this.address = requireNonNull(address, "address is null");
    this.trust = requireNonNull(trust, "trust is null");
    this.random = requireNonNull(random, "random is null");
  }

  @Override
  public TimeStampToken stamp(Digest digest) throws TimeStampUnavailableException {
    try {
      BigInteger nonce = new BigInteger(TimeStampQuery.NONCE_BITS, random);
      TimeStampQuery query = TimeStampQuery.over(Imprint.of(digest), nonce);
      byte[] answer =
          egress.post(address, TimeStampQuery.QUERY_TYPE, query.bytes(), TimeStampQuery.REPLY_TYPE);
      TimeStampToken token = query.answeredBy(answer);
      token.verify(digest, trust);
      return token;
    } catch (EgressException e) {
      throw new TimeStampUnavailableException("the authority did not answer", e);
    } catch (TimeStampException e) {
      throw new TimeStampUnavailableException("the authority's answer does not hold", e);
    }
  }
}

package org.safehand.exchange.stamp;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.math.BigInteger;
import java.net.URI;
import java.security.SecureRandom;
import org.bouncycastle.tsp.TSPAlgorithms;
import org.bouncycastle.tsp.TSPException;
import org.bouncycastle.tsp.TimeStampRequest;
import org.bouncycastle.tsp.TimeStampRequestGenerator;
import org.bouncycastle.tsp.TimeStampResponse;
import org.safehand.custody.digest.Digest;
import org.safehand.custody.timestamp.TimeStampException;
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
  private static final String QUERY = "application/timestamp-query";
  private static final String REPLY = "application/timestamp-reply";
  private static final int NONCE_BITS = 128;

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
      TimeStampRequest request = request(digest);
      byte[] answer = egress.post(address, QUERY, request.getEncoded(), REPLY);
      TimeStampResponse response = new TimeStampResponse(answer);
      response.validate(request);
      if (response.getTimeStampToken() == null) {
        throw new TimeStampUnavailableException(
            "the authority refused: status " + response.getStatus());
      }
      TimeStampToken token = TimeStampToken.parse(response.getTimeStampToken().getEncoded("DER"));
      token.verify(digest, trust);
      return token;
    } catch (EgressException e) {
      throw new TimeStampUnavailableException("the authority did not answer", e);
    } catch (TSPException | TimeStampException | IOException e) {
      throw new TimeStampUnavailableException("the authority's answer does not hold", e);
    }
  }

  private TimeStampRequest request(Digest digest) throws IOException {
    TimeStampRequestGenerator generator = new TimeStampRequestGenerator();
    generator.setCertReq(true);
    return generator.generate(
        TSPAlgorithms.SHA256, digest.bytes(), new BigInteger(NONCE_BITS, random));
  }
}

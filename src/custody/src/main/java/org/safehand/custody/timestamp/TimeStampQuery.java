package org.safehand.custody.timestamp;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.tsp.TSPException;
import org.bouncycastle.tsp.TimeStampRequest;
import org.bouncycastle.tsp.TimeStampRequestGenerator;
import org.bouncycastle.tsp.TimeStampResponse;

/**
 * A question to an RFC 3161 authority and the reading of its answer. An answer counts only as one
 * to this very question: same imprint, same nonce. Whether its authority is trusted is {@link
 * TimeStampToken#verify}'s question.
 */
public final class TimeStampQuery {
  /** Media type of a question over HTTP (RFC 3161, section 3.4). */
  public static final String QUERY_TYPE = "application/timestamp-query";

  /** Media type of an answer over HTTP (RFC 3161, section 3.4). */
  public static final String REPLY_TYPE = "application/timestamp-reply";

  /** How many random bits a nonce should have. */
  public static final int NONCE_BITS = 128;

  private final TimeStampRequest request;

  private TimeStampQuery(TimeStampRequest request) {
    this.request = request;
  }

  /** Asks for a token over {@code imprint} with the authority's certificate in it. */
  public static TimeStampQuery over(Imprint imprint, BigInteger nonce) {
    requireNonNull(nonce, "nonce is null");
    TimeStampRequestGenerator generator = new TimeStampRequestGenerator();
    generator.setCertReq(true);
    return new TimeStampQuery(
        generator.generate(
            new ASN1ObjectIdentifier(imprint.algorithm().oid()), imprint.value(), nonce));
  }

  /** The question in DER. */
  public byte[] bytes() {
    try {
      return request.getEncoded();
    } catch (IOException e) {
      throw new UncheckedIOException("memory does not fail to be written", e);
    }
  }

  /**
   * The token in the answer {@code der}.
   *
   * @throws TimeStampException if it is a refusal, the answer to another question, or none
   */
  public TimeStampToken answeredBy(byte[] der) throws TimeStampException {
    try {
      TimeStampResponse response = new TimeStampResponse(der);
      response.validate(request);
      if (response.getTimeStampToken() == null) {
        throw new TimeStampException(
            TimeStampFault.ANSWER, "the authority refused: status " + response.getStatus());
      }
      return TimeStampToken.parse(response.getTimeStampToken().getEncoded("DER"));
    } catch (TSPException | IOException | RuntimeException e) {
      // the library parses parts of an answer only when asked for them, and then throws unchecked
      throw new TimeStampException(TimeStampFault.ANSWER, "not the answer to this question: " + e);
    }
  }
}

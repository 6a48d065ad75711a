package org.safehand.exchange.revocation;

import static java.util.Objects.requireNonNull;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.net.URI;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.safehand.exchange.egress.EgressClient;
import org.safehand.exchange.egress.EgressException;
import org.safehand.packaging.validity.OcspQuery;
import org.safehand.packaging.validity.OcspResponse;

/**
 * Asks OCSP responders over HTTP (RFC 6960, appendix A.1), with a fresh nonce each time. One that
 * does not answer is left alone for a moment, so that what waits for it does not hold up the rest.
 */
public final class OcspClient {
  private static final Logger LOG = System.getLogger(OcspClient.class.getName());
  private static final String REQUEST = "application/ocsp-request";
  private static final String RESPONSE = "application/ocsp-response";

  /** How long a responder is left alone that did not answer. */
  private static final Duration PAUSE = Duration.ofSeconds(10);

  private final EgressClient egress;
  private final SecureRandom random;
  private final Clock clock;
  private final Map<URI, Instant> silentUntil = new ConcurrentHashMap<>();

  public OcspClient(EgressClient egress, SecureRandom random, Clock clock) {
    this.clock = requireNonNull(clock, "clock is null");
    this.egress = requireNonNull(egress, "egress is null");
    this.random = requireNonNull(random, "random is null");
  }

  /**
   * What {@code responder} says about {@code certificate}, if it answers and {@code issuer} vouches
   * for the answer.
   */
  public Optional<OcspResponse> ask(
      URI responder, X509Certificate certificate, X509Certificate issuer) {
    if (silentUntil.getOrDefault(responder, Instant.MIN).isAfter(clock.instant())) {
      return Optional.empty();
    }
    byte[] nonce = new byte[OcspQuery.NONCE_BYTES];
    random.nextBytes(nonce);
    OcspQuery query = new OcspQuery(certificate, issuer, nonce);
    try {
      return Optional.of(query.answer(egress.post(responder, REQUEST, query.encoded(), RESPONSE)));
    } catch (EgressException e) {
      silentUntil.put(responder, clock.instant().plus(PAUSE));
      return without(responder, e);
    } catch (GeneralSecurityException e) {
      return without(responder, e);
    }
  }

  private static Optional<OcspResponse> without(URI responder, Exception reason) {
    LOG.log(Level.WARNING, "no answer of the responder {0}: {1}", responder, reason.getMessage());
    return Optional.empty();
  }
}

package org.safehand.exchange.revocation;

import static java.util.Objects.requireNonNull;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.net.URI;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.util.Optional;
import org.safehand.exchange.egress.EgressClient;
import org.safehand.exchange.egress.EgressException;
import org.safehand.packaging.validity.OcspQuery;
import org.safehand.packaging.validity.OcspResponse;

/** Asks OCSP responders over HTTP (RFC 6960, appendix A.1), with a fresh nonce each time. */
public final class OcspClient {
  private static final Logger LOG = System.getLogger(OcspClient.class.getName());
  private static final String REQUEST = "application/ocsp-request";
  private static final String RESPONSE = "application/ocsp-response";

  private final EgressClient egress;
  private final SecureRandom random;

  public OcspClient(EgressClient egress, SecureRandom random) {
    this.egress = requireNonNull(egress, "egress is null");
    this.random = requireNonNull(random, "random is null");
  }

  /**
   * What {@code responder} says about {@code certificate}, if it answers and {@code issuer} vouches
   * for the answer.
   */
  public Optional<OcspResponse> ask(
      URI responder, X509Certificate certificate, X509Certificate issuer) {
    byte[] nonce = new byte[OcspQuery.NONCE_BYTES];
    random.nextBytes(nonce);
    OcspQuery query = new OcspQuery(certificate, issuer, nonce);
    try {
      return Optional.of(query.answer(egress.post(responder, REQUEST, query.encoded(), RESPONSE)));
    } catch (EgressException | GeneralSecurityException e) {
      LOG.log(Level.WARNING, "no answer of the responder {0}: {1}", responder, e.getMessage());
      return Optional.empty();
    }
  }
}

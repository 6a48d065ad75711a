package org.safehand.web.machine;

import jakarta.servlet.ServletRequest;
import java.security.cert.X509Certificate;
import java.util.Optional;

/**
 * Tells the door of machines from the people's. The machines' listener lets nobody in without a
 * certificate, and the people's never asks for one, so whoever shows one came through the machine
 * door. The same is asked in {@code undertow-handlers.conf}, which runs before the sign-in. A
 * listener that is configured otherwise makes the gateway refuse more, never less: without a
 * certificate no token that is bound to one is accepted.
 */
public final class MachineDoor {
  private static final String CERTIFICATES = "jakarta.servlet.request.X509Certificate";

  private MachineDoor() {}

  /**
   * The certificate with which the other side of the connection proved itself, if it came through
   * the machine door.
   */
  public static Optional<X509Certificate> certificate(ServletRequest request) {
    return request.getAttribute(CERTIFICATES) instanceof X509Certificate[] chain && chain.length > 0
        ? Optional.of(chain[0])
        : Optional.empty();
  }
}

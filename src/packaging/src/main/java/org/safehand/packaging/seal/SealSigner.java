package org.safehand.packaging.seal;

import java.security.cert.X509Certificate;
import java.util.List;

/** The seal key, wherever it is kept: a PKCS#12 file or a PKCS#11 token. */
public interface SealSigner {
  /** The seal certificate, and behind it as many of its issuers as are kept with the key. */
  List<X509Certificate> path();

  /**
   * The signature over {@code message} by the {@link SealAlgorithm} of the certificate's key: for
   * ECDSA in DER (SEQUENCE of r and s), for RSA as long as the modulus.
   *
   * @throws SealException if the key does not sign; nothing was signed then
   */
  byte[] sign(byte[] message) throws SealException;
}

package org.safehand.packaging.seal;

import java.security.cert.X509Certificate;
import java.util.List;

/** The seal key, wherever it is kept: a PKCS#12 file, later a security module. */
public interface SealSigner {
  /** The path of the seal certificate: itself first, then its issuers up to and with the root. */
  List<X509Certificate> path();

  /**
   * The ECDSA signature with SHA-384 over {@code message}, in DER (SEQUENCE of r and s).
   *
   * @throws SealException with {@code seal-key-unusable} if the key does not sign
   */
  byte[] sign(byte[] message) throws SealException;
}

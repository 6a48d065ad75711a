package org.safehand.launcher.keyfile;

import static java.util.Objects.requireNonNull;

import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.List;

/**
 * A private key with its certificate chain.
 *
 * @param key the private key
 * @param chain the certificate, then its issuers up to, but without, the root
 */
public record Identity(PrivateKey key, List<X509Certificate> chain) {
  public Identity {
    requireNonNull(key, "key is null");
    chain = List.copyOf(chain);
    if (chain.isEmpty()) {
      throw new IllegalArgumentException("chain is empty");
    }
  }

  /** The certificate of this key. */
  public X509Certificate certificate() {
    return chain.get(0);
  }
}

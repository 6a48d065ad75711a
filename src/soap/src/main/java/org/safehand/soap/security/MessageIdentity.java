package org.safehand.soap.security;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.Collection;
import org.apache.wss4j.common.crypto.Crypto;

/**
 * The key this side signs its messages with and the authorities under which it looks for the other
 * side's signer. Being issued by one of them is not enough to be believed: {@link MessageSecurity}
 * also pins the signer's name.
 */
public final class MessageIdentity {
  private static final String ALIAS = "signer";

  private final Crypto crypto;
  private final String password;

  private MessageIdentity(Crypto crypto, String password) {
    this.crypto = crypto;
    this.password = password;
  }

  /**
   * Takes the one entry {@code alias} of {@code keys}.
   *
   * @throws GeneralSecurityException if there is no such key, or it is not an X.509 key
   */
  public static MessageIdentity of(
      KeyStore keys, String alias, char[] password, Collection<X509Certificate> authorities)
      throws GeneralSecurityException, IOException {
    requireNonNull(keys, "keys is null");
    if (!(keys.getKey(alias, password) instanceof PrivateKey key)) {
      throw new GeneralSecurityException("the key store has no private key " + alias);
    }
    KeyStore own = empty();
    own.setKeyEntry(ALIAS, key, password, keys.getCertificateChain(alias));
    if (authorities.isEmpty()) {
      throw new GeneralSecurityException("no authority to trust");
    }
    return new MessageIdentity(
        new PinnedAuthorities(own, authorities, ALIAS), new String(password));
  }

  Crypto crypto() {
    return crypto;
  }

  String alias() {
    return ALIAS;
  }

  String password() {
    return password;
  }

  private static KeyStore empty() throws GeneralSecurityException, IOException {
    KeyStore store = KeyStore.getInstance("PKCS12");
    store.load(null, null);
    return store;
  }
}

package org.safehand.packaging.sealkey;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.Provider;
import java.security.ProviderException;
import java.security.Security;
import java.security.UnrecoverableKeyException;
import java.security.cert.X509Certificate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.safehand.packaging.seal.SealException;
import org.safehand.packaging.seal.SealFault;
import org.safehand.packaging.seal.SealSigner;

/**
 * A seal key on P-384, or RSA of 3072 bits or more, in a PKCS#11 token (PKCS #11 v2.20 or newer).
 *
 * <p>Guarantee: the private key never was in this process, since a token that would give it away is
 * refused; each signature is made in the token. Whoever controls the process can have it sign as
 * long as it runs, and cannot take the key along.
 *
 * <p>The platform's provider is used as an object of its own; the list of providers of the process
 * stays as it was. A token that was taken out must be opened again.
 */
public final class Pkcs11SealSigner implements SealSigner {
  private final HeldKey key;

  private Pkcs11SealSigner(HeldKey key) {
    this.key = requireNonNull(key, "key is null");
  }

  /**
   * Logs in to the token and signs once, to see that key and certificate belong together.
   *
   * @throws SealException with {@code seal-token-unavailable} if there is no such library or token,
   *     {@code seal-token-pin} if the token refuses the PIN or there is none, {@code
   *     seal-token-key-missing} if no key with a certificate has the label, {@code
   *     seal-key-unusable} if the key may leave the token, is of a kind that may not seal or not
   *     the one of its certificate
   */
  public static Pkcs11SealSigner open(SealToken token) throws SealException {
    try {
      Provider provider = provider(token);
      KeyStore store = loggedIn(token, provider);
      if (store.getKey(token.label(), null) instanceof PrivateKey key) {
        if (key.getEncoded() != null) {
          throw HeldKey.unusable("the token gives the key away; make it not extractable", null);
        }
        return new Pkcs11SealSigner(
            HeldKey.of(key, provider, store.getCertificateChain(token.label())));
      }
    } catch (GeneralSecurityException | ProviderException e) {
      throw unavailable("the token does not work", e);
    }
    throw new SealException(
        SealFault.SEAL_TOKEN_KEY_MISSING, "no key with a certificate under " + token.label());
  }

  @Override
  public List<X509Certificate> path() {
    return key.path();
  }

  /**
   * {@inheritDoc}
   *
   * @throws SealException with {@code seal-token-unavailable} if the token does not sign
   */
  @Override
  public byte[] sign(byte[] message) throws SealException {
    try {
      return key.sign(message);
    } catch (GeneralSecurityException | ProviderException e) {
      throw unavailable("the token does not sign; it may have been taken out", e);
    }
  }

  private static Provider provider(SealToken token) throws SealException {
    Provider unconfigured = Security.getProvider("SunPKCS11");
    if (unconfigured == null) {
      throw unavailable("this Java platform has no PKCS#11 provider", null);
    }
    Provider provider = unconfigured.configure(token.configuration());
    if (provider.getService("KeyStore", "PKCS11") == null) {
      throw unavailable("no token in slot " + token.slot(), null);
    }
    return provider;
  }

  private static KeyStore loggedIn(SealToken token, Provider provider)
      throws SealException, GeneralSecurityException {
    KeyStore store = KeyStore.getInstance("PKCS11", provider);
    try (TokenPin pin = TokenPin.read(token.pin())) {
      store.load(null, pin.characters());
      return store;
    } catch (IOException e) {
      // the contract of load: this cause says that the password was wrong
      if (e.getCause() instanceof UnrecoverableKeyException) {
        throw new SealException(SealFault.SEAL_TOKEN_PIN, "the token refuses the PIN", e);
      }
      throw unavailable("the token cannot be opened", e);
    }
  }

  private static SealException unavailable(String detail, @Nullable Throwable cause) {
    return new SealException(SealFault.SEAL_TOKEN_UNAVAILABLE, detail, cause);
  }
}

package org.safehand.packaging.sealkey;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.List;
import org.safehand.packaging.seal.SealException;
import org.safehand.packaging.seal.SealSigner;

/** A seal key on P-384, or RSA of 3072 bits or more, in a PKCS#12 file with its certificates. */
public final class Pkcs12SealSigner implements SealSigner {
  private final HeldKey key;

  private Pkcs12SealSigner(HeldKey key) {
    this.key = requireNonNull(key, "key is null");
  }

  /**
   * Opens the entry {@code alias} of {@code file}.
   *
   * @throws SealException with {@code seal-key-unusable} if there is no such key with a path, or it
   *     is not the one of its certificate
   */
  public static Pkcs12SealSigner open(Path file, String alias, char[] password)
      throws SealException {
    try (InputStream in = Files.newInputStream(file)) {
      KeyStore store = KeyStore.getInstance("PKCS12");
      store.load(in, password);
      if (store.getKey(alias, password) instanceof PrivateKey key) {
        return new Pkcs12SealSigner(HeldKey.of(key, null, store.getCertificateChain(alias)));
      }
    } catch (IOException | GeneralSecurityException e) {
      throw HeldKey.unusable("the key file cannot be opened: " + file.getFileName(), e);
    }
    throw HeldKey.unusable("no private key under " + alias, null);
  }

  @Override
  public List<X509Certificate> path() {
    return key.path();
  }

  @Override
  public byte[] sign(byte[] message) throws SealException {
    try {
      return key.sign(message);
    } catch (GeneralSecurityException e) {
      throw HeldKey.unusable("the key does not sign", e);
    }
  }
}

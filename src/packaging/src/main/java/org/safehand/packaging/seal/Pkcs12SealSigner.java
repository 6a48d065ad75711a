package org.safehand.packaging.seal;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.security.interfaces.ECKey;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A seal key on P-384 in a PKCS#12 file, with its certificate path. */
public final class Pkcs12SealSigner implements SealSigner {
  private static final int FIELD_BITS = 384;

  private final PrivateKey key;
  private final List<X509Certificate> path;

  private Pkcs12SealSigner(PrivateKey key, List<X509Certificate> path) {
    this.key = key;
    this.path = List.copyOf(path);
  }

  /**
   * Opens the entry {@code alias} of {@code file}.
   *
   * @throws SealException with {@code seal-key-unusable} if there is no P-384 key with a path
   */
  public static Pkcs12SealSigner open(Path file, String alias, char[] password)
      throws SealException {
    try (InputStream in = Files.newInputStream(file)) {
      KeyStore store = KeyStore.getInstance("PKCS12");
      store.load(in, password);
      List<X509Certificate> path = path(store.getCertificateChain(alias));
      if (store.getKey(alias, password) instanceof PrivateKey key
          && key instanceof ECKey ec
          && ec.getParams().getCurve().getField().getFieldSize() == FIELD_BITS
          && !path.isEmpty()) {
        return new Pkcs12SealSigner(key, path);
      }
    } catch (IOException | GeneralSecurityException e) {
      throw new SealException(
          SealFault.SEAL_KEY_UNUSABLE, "the key file cannot be opened: " + file.getFileName(), e);
    }
    throw new SealException(
        SealFault.SEAL_KEY_UNUSABLE, "no P-384 key with certificates under " + alias);
  }

  @Override
  public List<X509Certificate> path() {
    return path;
  }

  @Override
  public byte[] sign(byte[] message) throws SealException {
    try {
      Signature signature = Signature.getInstance("SHA384withECDSA");
      signature.initSign(key);
      signature.update(message);
      return signature.sign();
    } catch (GeneralSecurityException e) {
      throw new SealException(SealFault.SEAL_KEY_UNUSABLE, "the key does not sign", e);
    }
  }

  private static List<X509Certificate> path(Certificate @Nullable [] chain) {
    List<X509Certificate> path = new ArrayList<>();
    if (chain != null) {
      for (Certificate certificate : chain) {
        if (certificate instanceof X509Certificate x509) {
          path.add(x509);
        }
      }
    }
    return path;
  }
}

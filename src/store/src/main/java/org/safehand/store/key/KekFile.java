package org.safehand.store.key;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyStore;
import java.security.SecureRandom;
import javax.crypto.SecretKey;
import org.safehand.store.fault.StoreCode;
import org.safehand.store.fault.StoreException;

/** The key encryption key in a PKCS#12 file: an AES-256 secret key under the alias {@code kek}. */
public final class KekFile {
  /** The alias of the entry. */
  public static final String ALIAS = "kek";

  private static final int KEY_BYTES = 32;

  private KekFile() {}

  /**
   * Reads the key.
   *
   * @throws StoreException {@link StoreCode#KEK_UNAVAILABLE} unless exactly that key is there
   */
  public static SealingKey read(Path file, String password, SecureRandom random) {
    requireNonNull(file, "file is null");
    char[] secret = password.toCharArray();
    try (InputStream in = Files.newInputStream(file)) {
      KeyStore store = KeyStore.getInstance("PKCS12");
      store.load(in, secret);
      Key key = store.getKey(ALIAS, secret);
      if (key instanceof SecretKey kek && isAes256(kek)) {
        return new SealingKey(kek, random);
      }
    } catch (IOException | GeneralSecurityException e) {
      throw new StoreException(StoreCode.KEK_UNAVAILABLE, file + " cannot be opened", e);
    }
    throw new StoreException(
        StoreCode.KEK_UNAVAILABLE, file + " holds no AES-256 key under the alias " + ALIAS);
  }

  private static boolean isAes256(SecretKey key) {
    byte[] encoded = key.getEncoded();
    return key.getAlgorithm().equals("AES") && encoded != null && encoded.length == KEY_BYTES;
  }
}

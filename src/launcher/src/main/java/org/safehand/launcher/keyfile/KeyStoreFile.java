package org.safehand.launcher.keyfile;

import static java.util.Objects.requireNonNull;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import javax.crypto.SecretKey;
import org.safehand.launcher.place.PrivateFiles;

/** PKCS #12 files under one password. */
public final class KeyStoreFile {
  private final char[] password;

  public KeyStoreFile(String password) {
    this.password = requireNonNull(password, "password is null").toCharArray();
  }

  /** Writes a file with one private key. */
  public void write(Path file, String alias, Identity identity)
      throws GeneralSecurityException, IOException {
    KeyStore store = empty();
    store.setKeyEntry(
        alias, identity.key(), password, identity.chain().toArray(Certificate[]::new));
    store(store, file);
  }

  /** Writes a file with one secret key. */
  public void write(Path file, String alias, SecretKey key)
      throws GeneralSecurityException, IOException {
    KeyStore store = empty();
    store.setEntry(
        alias, new KeyStore.SecretKeyEntry(key), new KeyStore.PasswordProtection(password));
    store(store, file);
  }

  /** Writes a file of trusted certificates. */
  public void writeTrust(Path file, List<X509Certificate> certificates)
      throws GeneralSecurityException, IOException {
    KeyStore store = empty();
    for (int i = 0; i < certificates.size(); i++) {
      store.setCertificateEntry("trusted-" + i, certificates.get(i));
    }
    store(store, file);
  }

  /** Reads the private key of that alias with its chain. */
  public Identity read(Path file, String alias) throws GeneralSecurityException, IOException {
    KeyStore store = load(file);
    if (!(store.getKey(alias, password) instanceof PrivateKey key)) {
      throw new GeneralSecurityException(file + " has no private key " + alias);
    }
    List<X509Certificate> chain = new ArrayList<>();
    for (Certificate certificate : store.getCertificateChain(alias)) {
      chain.add((X509Certificate) certificate);
    }
    return new Identity(key, chain);
  }

  /** Reads a whole file. */
  public KeyStore load(Path file) throws GeneralSecurityException, IOException {
    KeyStore store = KeyStore.getInstance("PKCS12");
    try (InputStream in = Files.newInputStream(file)) {
      store.load(in, password);
    }
    return store;
  }

  private static KeyStore empty() throws GeneralSecurityException, IOException {
    KeyStore store = KeyStore.getInstance("PKCS12");
    store.load(null, null);
    return store;
  }

  private void store(KeyStore store, Path file) throws GeneralSecurityException, IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    store.store(bytes, password);
    PrivateFiles.write(file, bytes.toByteArray());
  }
}

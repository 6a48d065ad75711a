package org.safehand.launcher.pki;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.util.List;
import org.safehand.launcher.keyfile.Identity;
import org.safehand.launcher.keyfile.KeyStoreFile;

/** The keys of the authorities on disk, apart from everything the gateway reads. */
public final class AuthorityFiles {
  static final String ROOT = "root";
  private static final String ALIAS = "authority";
  private static final String SIGNER_ALIAS = "tsa";
  private static final String RESPONDER_ALIAS = "ocsp";

  private final Path folder;
  private final KeyStoreFile store;

  public AuthorityFiles(Path folder, String password) {
    this.folder = requireNonNull(folder, "folder is null");
    this.store = new KeyStoreFile(password);
  }

  /** Every authority by its file name, root first. */
  public static List<String> names() {
    return List.of(
        ROOT,
        Purpose.SEAL.fileName(),
        Purpose.TSA.fileName(),
        Purpose.TLS.fileName(),
        Purpose.AGENCY.fileName());
  }

  /** The key of one authority. */
  public Identity authority(String name) throws GeneralSecurityException, IOException {
    return store.read(folder.resolve(name + ".p12"), ALIAS);
  }

  /** The key that signs time-stamps. */
  public Identity timeStampSigner() throws GeneralSecurityException, IOException {
    return store.read(folder.resolve("tsa-signer.p12"), SIGNER_ALIAS);
  }

  /** The key that signs the OCSP responses of one authority. */
  public Identity responder(String name) throws GeneralSecurityException, IOException {
    return store.read(responderFile(name), RESPONDER_ALIAS);
  }

  /** The root certificate. */
  public X509Certificate root() throws GeneralSecurityException, IOException {
    return authority(ROOT).certificate();
  }

  /** The intermediate of a purpose, then the root. */
  public List<X509Certificate> path(Purpose purpose) throws GeneralSecurityException, IOException {
    return List.of(authority(purpose.fileName()).certificate(), root());
  }

  void write(String name, Identity identity) throws GeneralSecurityException, IOException {
    store.write(folder.resolve(name + ".p12"), ALIAS, identity);
  }

  void writeTimeStampSigner(Identity identity) throws GeneralSecurityException, IOException {
    store.write(folder.resolve("tsa-signer.p12"), SIGNER_ALIAS, identity);
  }

  boolean hasResponder(String name) {
    return Files.exists(responderFile(name));
  }

  void writeResponder(String name, Identity identity) throws GeneralSecurityException, IOException {
    store.write(responderFile(name), RESPONDER_ALIAS, identity);
  }

  private Path responderFile(String name) {
    return folder.resolve(name + "-ocsp.p12");
  }

  Path folder() {
    return folder;
  }
}

package org.safehand.exchange.revocation;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.GeneralSecurityException;
import java.security.cert.CRLException;
import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.safehand.custody.digest.Digest;
import org.safehand.packaging.validity.RevocationLists;

/**
 * The folder of revocation lists, one file for each issuer, from which seals take theirs too. It
 * outlives the process, so that an issuer's older list is not taken after a restart either. A list
 * that an operator puts there counts like a fetched one.
 */
final class KeptLists {
  private static final Logger LOG = System.getLogger(KeptLists.class.getName());

  private final Path folder;

  KeptLists(Path folder) {
    this.folder = requireNonNull(folder, "folder is null");
  }

  /** The newest list of {@code issuer}, whether it still holds or not. */
  Optional<X509CRL> newest(X509Certificate issuer) throws IOException {
    List<X509CRL> found = new ArrayList<>();
    try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, "*.crl")) {
      for (Path file : files) {
        read(file).ifPresent(found::add);
      }
    }
    return RevocationLists.newest(issuer, found);
  }

  /**
   * Keeps the list {@code der} of {@code issuer}.
   *
   * @return the list
   * @throws GeneralSecurityException if it is malformed, not the issuer's, does not hold at {@code
   *     now}, or is older than the one that is kept
   */
  X509CRL keep(X509Certificate issuer, byte[] der, Instant now)
      throws GeneralSecurityException, IOException {
    X509CRL list = RevocationLists.read(der);
    if (!RevocationLists.holds(list, issuer, now)) {
      throw new CRLException("not the issuer's whole list, or not of now");
    }
    Optional<X509CRL> kept = newest(issuer);
    if (kept.isPresent() && RevocationLists.isOlder(list, kept.get())) {
      throw new CRLException("older than the list that is kept");
    }
    Path file = folder.resolve(Digest.of(issuer.getEncoded()).hex() + ".crl");
    Path partial = Files.createTempFile(folder, "list", ".new");
    Files.write(partial, der);
    Files.move(partial, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    return list;
  }

  private static Optional<X509CRL> read(Path file) throws IOException {
    try {
      return Optional.of(RevocationLists.read(Files.readAllBytes(file)));
    } catch (GeneralSecurityException e) {
      LOG.log(Level.WARNING, "{0} is no revocation list: {1}", file, e.getMessage());
      return Optional.empty();
    }
  }
}

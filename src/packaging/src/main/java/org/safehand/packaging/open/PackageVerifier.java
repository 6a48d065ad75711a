package org.safehand.packaging.open;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.nio.file.Path;
import org.safehand.custody.trust.Trust;
import org.safehand.packaging.fault.PackageException;
import org.safehand.packaging.zip.ContainerBytes;

/**
 * Checks a package offline, without the recipient's key.
 *
 * <p>Guarantee: a sealer whom the trust folder names sealed exactly these entries before the time
 * that a pinned authority stamped, and not one bit of the file is other than it was made. Against
 * anyone who handles the package on its way. An evidence record that is there held as well. Not
 * shown here: that it was released, and what is encrypted in it; {@link PackageOpener} shows that
 * to the recipient.
 *
 * <p>Memory does not grow with the exhibits; the file is read once, and once more for each hash
 * algorithm but SHA-256 that an evidence record has.
 */
public final class PackageVerifier {
  private PackageVerifier() {}

  /**
   * What the package {@code file} shows to anyone.
   *
   * @throws PackageException naming the first check that failed
   * @throws IOException if the file cannot be read, which says nothing about the package
   */
  public static VerifiedPackage verify(Path file, Trust trust)
      throws IOException, PackageException {
    return verify(file, trust, OpenWork.ALONE);
  }

  /**
   * What the package {@code file} shows to anyone, found out by {@code work}.
   *
   * @throws PackageException naming the first check that failed
   * @throws IOException if the file cannot be read, which says nothing about the package
   */
  public static VerifiedPackage verify(Path file, Trust trust, OpenWork work)
      throws IOException, PackageException {
    requireNonNull(trust, "trust is null");
    try (ContainerBytes bytes = ContainerBytes.ofFile(file)) {
      return SealedEntries.check(bytes, trust, work).verified();
    }
  }

  static VerifiedPackage verify(ContainerBytes bytes, Trust trust)
      throws IOException, PackageException {
    return SealedEntries.check(bytes, trust, OpenWork.ALONE).verified();
  }
}

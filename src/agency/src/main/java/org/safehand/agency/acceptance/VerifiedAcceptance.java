package org.safehand.agency.acceptance;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.nio.file.Path;
import org.safehand.agency.inbox.AcceptedPackage;
import org.safehand.agency.inbox.Announcement;
import org.safehand.agency.inbox.DeliveryCode;
import org.safehand.agency.inbox.DeliveryRefusal;
import org.safehand.agency.inbox.PackageAcceptance;
import org.safehand.custody.digest.Digest;
import org.safehand.custody.trust.Trust;
import org.safehand.custody.trust.TrustException;
import org.safehand.custody.trust.TrustFolder;
import org.safehand.packaging.fault.PackageException;
import org.safehand.packaging.open.OpenedPackage;
import org.safehand.packaging.open.PackageOpener;
import org.safehand.packaging.recipient.RecipientKey;

/**
 * Takes what the offline verifier accepts with the agency's own key and trust folder, and what is
 * exactly what was announced. No exhibit is decrypted.
 */
public final class VerifiedAcceptance implements PackageAcceptance {
  private final RecipientKey key;
  private final Path trustFolder;

  /**
   * @param key the agency's decryption key
   * @param trustFolder read again for every package, so that a rotated key counts at once
   */
  public VerifiedAcceptance(RecipientKey key, Path trustFolder) {
    this.key = requireNonNull(key, "key is null");
    this.trustFolder = requireNonNull(trustFolder, "trustFolder is null");
  }

  @Override
  public AcceptedPackage accept(Path asice, Announcement announced)
      throws DeliveryRefusal, IOException {
    OpenedPackage opened = inspect(asice);
    requireSame("package digest", opened.verified().packageDigest(), announced.packageDigest());
    requireSame("seal digest", opened.release().sealDigest(), announced.sealDigest());
    String id = opened.release().packageId().toString();
    if (!id.equals(announced.dispatchId())) {
      throw new DeliveryRefusal(
          DeliveryCode.DELIVERY_MANIFEST_MISMATCH, "the package is of dispatch " + id);
    }
    return new AcceptedPackage(opened.release().authorisation().proof().checkpoint().toString());
  }

  private OpenedPackage inspect(Path asice) throws DeliveryRefusal, IOException {
    try {
      return new PackageOpener(key, trust()).inspect(asice);
    } catch (PackageException e) {
      DeliveryCode code =
          switch (e.fault()) {
            case RELEASE_OTHER_RECIPIENT, ENVELOPE_OTHER_RECIPIENT ->
                DeliveryCode.DELIVERY_NOT_FOR_US;
            default -> DeliveryCode.DELIVERY_NOT_ACCEPTED;
          };
      throw new DeliveryRefusal(code, String.valueOf(e.getMessage()), e);
    }
  }

  private Trust trust() throws IOException {
    try {
      return TrustFolder.read(trustFolder);
    } catch (TrustException e) {
      throw new IOException("the trust folder cannot be used: " + e.getMessage(), e);
    }
  }

  private static void requireSame(String what, Digest found, Digest announced)
      throws DeliveryRefusal {
    if (!found.equals(announced)) {
      throw new DeliveryRefusal(
          DeliveryCode.DELIVERY_MANIFEST_MISMATCH,
          "the " + what + " is " + found + ", not the announced " + announced);
    }
  }
}

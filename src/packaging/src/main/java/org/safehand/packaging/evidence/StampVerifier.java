package org.safehand.packaging.evidence;

import static java.util.Objects.requireNonNull;

import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.safehand.custody.timestamp.Imprint;
import org.safehand.custody.timestamp.TimeStampException;
import org.safehand.custody.timestamp.VerifiedTime;
import org.safehand.custody.trust.Trust;
import org.safehand.packaging.fault.PackageException;
import org.safehand.packaging.fault.PackageFault;
import org.safehand.packaging.validity.CertificatePath;
import org.safehand.packaging.validity.PathCheck;
import org.safehand.packaging.validity.RevocationProofs;
import org.safehand.packaging.validity.TokenForm;

/** Checks one archive time-stamp: its authority, and that this was valid for long enough. */
final class StampVerifier {
  private final String place;
  private final Trust trust;

  /** Checks against {@code trust}; {@code place} names the time-stamp in refusals. */
  StampVerifier(String place, Trust trust) {
    this.place = requireNonNull(place, "place is null");
    this.trust = requireNonNull(trust, "trust is null");
  }

  /**
   * Checks that {@code token} is over {@code root}. {@code next} is the time of the renewal over
   * it: until then its path must have been valid and unrevoked (RFC 4998, section 5.3), by lists
   * that the renewal covers. The newest has none, and must have been so at its own time.
   *
   * @throws PackageException naming the first check that failed
   */
  VerifiedTime verify(ArchiveToken token, Imprint root, @Nullable Instant next)
      throws PackageException {
    VerifiedTime stamped = stamped(token, root, next);
    if (next != null && stamped.time().isAfter(next)) {
      throw fault(
          PackageFault.EVIDENCE_RECORD_OUT_OF_ORDER,
          "stamped " + stamped.time() + ", renewed " + next);
    }
    CertificatePath path =
        CertificatePath.find(stamped.authority(), trust.tsaCa())
            .orElseThrow(
                () ->
                    fault(PackageFault.CERTIFICATE_PATH_BROKEN, "no path to a root of the trust"));
    requireOneForm(token, path);
    RevocationProofs proofs = new RevocationProofs(token.lists(), List.of());
    if (!proofs.areExactlyFor(List.of(path))) {
      throw fault(
          PackageFault.REVOCATION_UNKNOWN, "not exactly one revocation list of each issuer");
    }
    new PathCheck(place, next == null ? stamped.time() : next, proofs).require(path);
    return stamped;
  }

  private VerifiedTime stamped(ArchiveToken token, Imprint root, @Nullable Instant next)
      throws PackageException {
    try {
      return next == null
          ? token.token().verify(root, trust)
          : token.token().verifyExisting(root, trust, next);
    } catch (TimeStampException e) {
      PackageFault fault = PackageFault.ARCHIVE_TIME_STAMP_REFUSED;
      throw new PackageException(fault, place, String.valueOf(e.getMessage()), e);
    }
  }

  /** The certificates inside are exactly those of the path, and no part of the token is free. */
  private void requireOneForm(ArchiveToken token, CertificatePath path) throws PackageException {
    try {
      TokenForm form = TokenForm.of(token.token());
      if (form.isWithin(path) && form.certificates().size() == path.certificates().size()) {
        return;
      }
    } catch (GeneralSecurityException e) {
      throw new PackageException(
          PackageFault.ARCHIVE_TIME_STAMP_NOT_CANONICAL, place, String.valueOf(e.getMessage()), e);
    }
    throw fault(
        PackageFault.ARCHIVE_TIME_STAMP_NOT_CANONICAL,
        "its certificates are not exactly those of its path");
  }

  private PackageException fault(PackageFault fault, String detail) {
    return new PackageException(fault, place, detail);
  }
}

package org.safehand.packaging.release;

import static java.util.Objects.requireNonNull;

import java.util.Map;
import org.safehand.custody.digest.Digest;
import org.safehand.custody.event.EventHeader;
import org.safehand.custody.event.EventType;
import org.safehand.custody.json.JsonException;
import org.safehand.custody.proof.EventProof;
import org.safehand.custody.proof.ProofException;
import org.safehand.custody.trust.Trust;
import org.safehand.packaging.fault.PackageException;
import org.safehand.packaging.fault.PackageFault;
import org.safehand.packaging.header.PackageHeader;
import org.safehand.packaging.seal.SealVerifier;
import org.safehand.packaging.seal.VerifiedSeal;

/**
 * Checks a release record against the package it came in.
 *
 * <p>Guarantee: whoever sealed the package says that two persons let exactly this case file go to
 * exactly this recipient in exactly this package, and the trusted log committed to that before. A
 * package sent on to someone else under its old seals is refused.
 */
public final class ReleaseVerifier {
  private final String place;
  private final Trust trust;

  /** Checks against {@code trust}; {@code place} names the record in refusals. */
  public ReleaseVerifier(String place, Trust trust) {
    this.place = requireNonNull(place, "place is null");
    this.trust = requireNonNull(trust, "trust is null");
  }

  /**
   * What {@code signedRecord} says.
   *
   * @param sealer the verified seal of the package
   * @param header its routing header
   * @param recipient SHA-256 of the certificate of whoever opens it
   * @throws PackageException naming the first check that failed
   */
  public ReleaseRecord verify(
      byte[] signedRecord, VerifiedSeal sealer, PackageHeader header, Digest recipient)
      throws PackageException {
    byte[] content = new SealVerifier(place, trust).verifyRecord(signedRecord, sealer);
    ReleaseRecord record;
    try {
      record = ReleaseRecord.read(content);
    } catch (JsonException e) {
      throw new PackageException(
          PackageFault.RELEASE_MALFORMED, place, String.valueOf(e.getMessage()), e);
    }
    if (!record.recipientCertificateSha256().equals(recipient)) {
      throw new PackageException(
          PackageFault.RELEASE_OTHER_RECIPIENT,
          place,
          "released to " + record.recipientCertificateSha256());
    }
    require(record.packageId().equals(header.packageId()), "packageId");
    require(record.headerSha256().equals(header.digest()), "headerSha256");
    require(record.sealDigest().equals(header.sealDigest()), "sealDigest");
    requireAuthorised(record.authorisation(), header);
    return record;
  }

  private void requireAuthorised(EventProof authorisation, PackageHeader header)
      throws PackageException {
    EventHeader event = authorisation.header();
    require(event.type() == EventType.TRANSMIT_AUTHORISED, "authorised event type");
    for (Map.Entry<String, String> fact : ReleaseFacts.of(header).entrySet()) {
      require(
          event.fact(fact.getKey()).filter(fact.getValue()::equals).isPresent(),
          "authorised " + fact.getKey());
    }
    try {
      authorisation.verify(trust);
    } catch (ProofException e) {
      throw new PackageException(
          PackageFault.CUSTODY_PROOF_WRONG, place, String.valueOf(e.getMessage()), e);
    }
  }

  private void require(boolean equal, String what) throws PackageException {
    if (!equal) {
      throw new PackageException(
          PackageFault.RELEASE_MISMATCH, place, what + " is not that of this package");
    }
  }
}

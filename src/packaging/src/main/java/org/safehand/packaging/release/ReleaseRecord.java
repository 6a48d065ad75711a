package org.safehand.packaging.release;

import static java.util.Objects.requireNonNull;

import java.util.Set;
import java.util.UUID;
import org.safehand.custody.digest.Digest;
import org.safehand.custody.encoding.UtcText;
import org.safehand.custody.json.Jcs;
import org.safehand.custody.json.JsonException;
import org.safehand.custody.json.JsonObject;
import org.safehand.custody.proof.EventProof;
import org.safehand.custody.provenance.Identifiers;
import org.safehand.custody.provenance.Principal;
import org.safehand.packaging.header.PackageHeader;

/**
 * What the signed release record says.
 *
 * @param packageId the package it lets go, and no other
 * @param headerSha256 SHA-256 of that package's {@code package.json}
 * @param sealDigest the version of the referral that was read and released
 * @param recipientCertificateSha256 for whom
 * @param release by whom
 * @param authorisation that the log knew
 */
public record ReleaseRecord(
    UUID packageId,
    Digest headerSha256,
    Digest sealDigest,
    Digest recipientCertificateSha256,
    Release release,
    EventProof authorisation) {
  private static final long VERSION = 1;
  private static final Set<String> MEMBERS =
      Set.of(
          "author",
          "authorised",
          "headerSha256",
          "packageId",
          "recipientCertificateSha256",
          "released",
          "releaser",
          "sealDigest",
          "version");

  /** Checks that nothing is missing. */
  public ReleaseRecord {
    requireNonNull(packageId, "packageId is null");
    requireNonNull(headerSha256, "headerSha256 is null");
    requireNonNull(sealDigest, "sealDigest is null");
    requireNonNull(recipientCertificateSha256, "recipientCertificateSha256 is null");
    requireNonNull(release, "release is null");
    requireNonNull(authorisation, "authorisation is null");
  }

  /** The record for the package of {@code header}. */
  public static ReleaseRecord of(PackageHeader header, Release release, EventProof authorisation) {
    return new ReleaseRecord(
        header.packageId(),
        header.digest(),
        header.sealDigest(),
        header.recipient().certificateSha256(),
        release,
        authorisation);
  }

  /** The one form. */
  public byte[] toBytes() {
    return Jcs.write(
        JsonObject.builder()
            .put("author", release.author().toJson())
            .put("authorised", authorisation.toJson())
            .put("headerSha256", headerSha256.hex())
            .put("packageId", packageId.toString())
            .put("recipientCertificateSha256", recipientCertificateSha256.hex())
            .put("released", UtcText.millis(release.released()))
            .put("releaser", release.releaser().toJson())
            .put("sealDigest", sealDigest.hex())
            .put("version", VERSION)
            .build());
  }

  /**
   * Reads the one form.
   *
   * @throws JsonException pointing at what is wrong in it
   */
  public static ReleaseRecord read(byte[] bytes) throws JsonException {
    JsonObject json = Jcs.readObject(bytes);
    json.requireOnly(MEMBERS);
    if (json.integer("version") != VERSION) {
      throw json.fault("version", "unknown version");
    }
    return new ReleaseRecord(
        Identifiers.uuid(json, "packageId"),
        Identifiers.digest(json, "headerSha256"),
        Identifiers.digest(json, "sealDigest"),
        Identifiers.digest(json, "recipientCertificateSha256"),
        release(json),
        EventProof.fromJson(json.object("authorised")));
  }

  private static Release release(JsonObject json) throws JsonException {
    Principal author = Principal.fromJson(json.object("author"));
    Principal releaser = Principal.fromJson(json.object("releaser"));
    try {
      return new Release(
          author,
          releaser,
          UtcText.parseMillis(json.string("released"))
              .orElseThrow(() -> json.fault("released", "not a time in UTC")));
    } catch (IllegalArgumentException e) {
      throw json.fault("releaser", String.valueOf(e.getMessage()));
    }
  }
}

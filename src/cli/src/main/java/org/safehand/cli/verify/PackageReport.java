package org.safehand.cli.verify;

import java.util.ArrayList;
import java.util.List;
import org.safehand.custody.encoding.UtcText;
import org.safehand.custody.json.JsonArray;
import org.safehand.custody.json.JsonObject;
import org.safehand.custody.json.JsonObjectBuilder;
import org.safehand.packaging.manifest.ExhibitRecord;
import org.safehand.packaging.open.OpenedPackage;
import org.safehand.packaging.open.VerifiedPackage;
import org.safehand.packaging.release.Release;

/** What the verifiers found, in the words of the command line. */
final class PackageReport {
  private PackageReport() {}

  /** What anyone can check. */
  static JsonObject verified(VerifiedPackage verified) {
    List<String> checked =
        new ArrayList<>(
            List.of(
                "every byte of the file is in its one encoding",
                "every entry is listed, in its place, with its SHA-256",
                "the seal is that of a sealer in the trust folder",
                "the time-stamp is that of an authority in the trust folder"));
    if (verified.archived().isPresent()) {
      checked.add(
          "the evidence record is over exactly these entries, and each of its authorities is in the"
              + " trust folder and was valid until the next one");
    }
    return outside(verified)
        .put("checked", JsonArray.ofStrings(checked))
        .put(
            "notChecked",
            JsonArray.ofStrings(
                List.of(
                    "who released it and what is inside: that takes the recipient's key, see"
                        + " `safehand open`")))
        .build();
  }

  /** What the recipient recovered into {@code folder}. */
  static JsonObject opened(OpenedPackage opened, String folder) {
    Release release = opened.release().release();
    return outside(opened.verified())
        .put("folder", folder)
        .put("caseFileSealed", UtcText.millis(opened.caseFile().seal().stamped()))
        .put("author", release.author().id())
        .put("releasedBy", release.releaser().id())
        .put("released", UtcText.millis(release.released()))
        .put("custodyEvents", opened.caseFile().custody().size())
        .put(
            "exhibits",
            JsonArray.of(
                opened.caseFile().manifest().exhibits().stream()
                    .map(PackageReport::exhibit)
                    .toList()))
        .build();
  }

  private static JsonObjectBuilder outside(VerifiedPackage verified) {
    JsonObjectBuilder json = JsonObject.builder();
    json.put("verified", true)
        .put("packageId", verified.header().packageId().toString())
        .put("packageDigest", verified.packageDigest().hex())
        .put("referral", verified.header().referral())
        .put("sealDigest", verified.header().sealDigest().hex())
        .put("sealedBy", verified.seal().organisation())
        .put("sealed", UtcText.millis(verified.seal().stamped()))
        .put("recipientCertificate", verified.header().recipient().certificateSha256().hex())
        .put("recipientAlgorithm", verified.header().recipient().algorithm().wireName())
        .put("quantumSafe", verified.header().recipient().algorithm().quantumSafe())
        .put("bytes", verified.length());
    return ArchiveReport.addTo(json, verified);
  }

  private static JsonObject exhibit(ExhibitRecord exhibit) {
    return JsonObject.builder()
        .put("number", exhibit.number())
        .put("name", exhibit.name())
        .put("mediaType", exhibit.mediaType())
        .put("size", exhibit.digest().size())
        .put("sha256", exhibit.digest().sha256().hex())
        .build();
  }
}

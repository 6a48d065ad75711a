package org.safehand.cli.verify;

import java.util.ArrayList;
import java.util.List;
import org.safehand.custody.encoding.UtcText;
import org.safehand.custody.json.JsonArray;
import org.safehand.custody.json.JsonObject;
import org.safehand.custody.json.JsonObjectBuilder;
import org.safehand.packaging.fault.PackageException;
import org.safehand.packaging.manifest.ExhibitRecord;
import org.safehand.packaging.open.OpenedPackage;
import org.safehand.packaging.open.VerifiedPackage;
import org.safehand.packaging.release.Release;

/** What the verifiers found, in the words of the command line. */
final class PackageReport {
  private PackageReport() {}

  /** Why a package was refused: the first check that failed, after which nothing is believed. */
  static JsonObject refused(PackageException refused) {
    return JsonObject.builder()
        .put("verified", false)
        .put("code", refused.fault().code())
        .put("place", refused.place())
        .put("reason", refused.detail())
        .build();
  }

  /** What anyone can check. */
  static JsonObject verified(VerifiedPackage verified) {
    return outside(verified)
        .put("checked", JsonArray.ofStrings(checkedOutside(verified)))
        .put(
            "notChecked",
            JsonArray.ofStrings(
                List.of(
                    "who released it and what is inside: that takes the recipient's key, see --key"
                        + " and `safehand open`")))
        .build();
  }

  /** What the recipient can check without writing anything. */
  static JsonObject inspected(OpenedPackage opened) {
    List<String> checked = checkedOutside(opened.verified());
    checked.add("two persons of the sealer's organisation released it to this certificate");
    checked.add("the trusted log knew that before it was sent");
    checked.add("the case file is sealed, and lists exactly these segments of its exhibits");
    return inside(opened)
        .put("checked", JsonArray.ofStrings(checked))
        .put(
            "notChecked",
            JsonArray.ofStrings(
                List.of("the plaintext of the exhibits, which `safehand open` checks")))
        .build();
  }

  private static List<String> checkedOutside(VerifiedPackage verified) {
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
    return checked;
  }

  /** What the recipient recovered into {@code folder}. */
  static JsonObject opened(OpenedPackage opened, String folder) {
    return inside(opened).put("folder", folder).build();
  }

  private static JsonObjectBuilder inside(OpenedPackage opened) {
    Release release = opened.release().release();
    return outside(opened.verified())
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
                    .toList()));
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

package org.safehand.packaging.vectors.archive;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.safehand.packaging.asic.AsicNames.EVIDENCE_MANIFEST;
import static org.safehand.packaging.asic.AsicNames.EVIDENCE_RECORD;

import java.util.Arrays;
import org.safehand.packaging.asic.AsicNames;
import org.safehand.packaging.fault.PackageFault;
import org.safehand.packaging.header.PackageNames;
import org.safehand.packaging.sample.Forgery;
import org.safehand.packaging.vectors.fixed.FixedHotline;
import org.safehand.packaging.vectors.fixed.FixedPackages;
import org.safehand.packaging.vectors.splice.Target;

/** A good record in a container that does not go with it. */
final class PlaceForgeries {
  private static final byte[] BYTE = {1};

  private final Target target;

  PlaceForgeries(Target target) {
    this.target = target;
  }

  void make() {
    makeEntries();
    makeManifests();
    makeContents();
  }

  private Forgery good() {
    return Forgery.of(target.good());
  }

  private void refuse(String name, PackageFault fault, Forgery forged, String shows) {
    target.refuse(name, fault, forged.bytes(), shows);
  }

  private void makeEntries() {
    PackageFault order = PackageFault.ENTRY_OUT_OF_ORDER;
    refuse(
        "record-without-manifest",
        PackageFault.ENTRY_MISSING,
        good().remove(EVIDENCE_MANIFEST),
        "the record without its manifest");
    refuse(
        "manifest-without-record",
        order,
        good().remove(EVIDENCE_RECORD),
        "the manifest of a record without the record");
    refuse(
        "record-before-its-manifest",
        order,
        good().swap(EVIDENCE_MANIFEST, EVIDENCE_RECORD),
        "the record before its manifest");
    refuse(
        "record-before-the-seal",
        order,
        good().swap(AsicNames.SEAL, EVIDENCE_RECORD),
        "record and seal in each other's places");
    refuse(
        "record-twice",
        PackageFault.ENTRY_NAME_REFUSED,
        good().append(EVIDENCE_RECORD, good().content(EVIDENCE_RECORD)),
        "the record twice");
    String[] names = {"META-INF/evidencerecord002.ers", "META-INF/signature002.p7s", "more.txt"};
    for (String name : names) {
      String slug = Target.slug(name);
      refuse(
          "beside-" + slug,
          order,
          good().addBefore(EVIDENCE_RECORD, name, BYTE),
          name + " between the record and its manifest");
      refuse(
          "before-" + slug,
          order,
          good().addBefore(EVIDENCE_MANIFEST, name, BYTE),
          name + " before the record's manifest");
      refuse("behind-" + slug, order, good().append(name, BYTE), name + " behind the record");
    }
  }

  private void makeManifests() {
    String manifest = new String(good().content(EVIDENCE_MANIFEST), UTF_8);
    String other =
        new String(
            Forgery.of(FixedArchives.STAMPED_TOGETHER.get(1).bytes()).content(EVIDENCE_MANIFEST),
            UTF_8);
    manifest("of-another", other, "the manifest of another package's record");
    manifest("name", manifest.replace("OPEN.txt", "OPEN.TXT"), "a name in other letters");
    manifest(
        "reference",
        manifest.replace("META-INF/evidencerecord001.ers", "META-INF/evidencerecord002.ers"),
        "it names another record");
    manifest("newline", manifest + "\n", "a newline more");
    String line = line(manifest, PackageNames.OPEN_TXT);
    manifest("fewer", manifest.replace(line, ""), "without an entry");
    manifest("more", manifest.replace(line, line + line), "an entry twice");
    manifest(
        "sha512",
        manifest.replaceFirst("2001/04/xmlenc#sha256", "2001/04/xmlenc#sha512"),
        "another hash algorithm");
    target.refuse(
        "manifest-empty",
        PackageFault.MANIFEST_MALFORMED,
        good().set(EVIDENCE_MANIFEST, new byte[0]).bytes(),
        "the record's manifest is empty");
  }

  private void manifest(String name, String changed, String shows) {
    byte[] bytes = changed.getBytes(UTF_8);
    if (Arrays.equals(bytes, good().content(EVIDENCE_MANIFEST))) {
      throw new IllegalArgumentException("nothing changed for " + name);
    }
    refuse(
        "manifest-" + name,
        PackageFault.MANIFEST_MALFORMED,
        good().set(EVIDENCE_MANIFEST, bytes),
        "of the record's manifest: " + shows);
  }

  private static String line(String manifest, String entry) {
    return manifest
            .lines()
            .filter(line -> line.contains("\"" + entry + "\""))
            .findFirst()
            .orElseThrow()
        + "\n";
  }

  /** Whoever archived it did not see these contents. */
  private void makeContents() {
    byte[] text = good().content(PackageNames.OPEN_TXT);
    text[0] ^= 1;
    refuse(
        "content-changed",
        PackageFault.ENTRY_DIGEST_MISMATCH,
        good().set(PackageNames.OPEN_TXT, text),
        "an entry was changed after the package was archived");
    byte[] seal = good().content(AsicNames.SEAL);
    seal[seal.length - 1] ^= 1;
    refuse(
        "seal-changed",
        PackageFault.MANIFEST_MALFORMED,
        good().set(AsicNames.SEAL, seal),
        "a bit of the seal was changed after the package was archived");
    byte[] another =
        Forgery.of(FixedPackages.OTHER.bytes())
            .append(EVIDENCE_MANIFEST, other(EVIDENCE_MANIFEST))
            .append(EVIDENCE_RECORD, good().content(EVIDENCE_RECORD))
            .bytes();
    target.refuse(
        "record-of-another-beside-the-manifest",
        PackageFault.EVIDENCE_RECORD_OVER_OTHER_CONTENT,
        another,
        "another package with its own manifest and with the record of this one");
    target.refuse(
        "sealed-again",
        PackageFault.MANIFEST_MALFORMED,
        good()
            .sealedBy(
                FixedHotline.GOOD
                    .signed(FixedHotline.SIGNED.minusSeconds(1))
                    .open("archive sealed again")),
        "the same entries under another seal");
  }

  private static byte[] other(String entry) {
    return Forgery.of(FixedArchives.STAMPED_TOGETHER.get(1).bytes()).content(entry);
  }
}

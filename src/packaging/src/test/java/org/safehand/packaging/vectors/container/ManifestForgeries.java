package org.safehand.packaging.vectors.container;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.safehand.packaging.asic.AsicNames;
import org.safehand.packaging.fault.PackageFault;
import org.safehand.packaging.sample.Forgery;
import org.safehand.packaging.vectors.splice.Target;

/** Manifests that a reader of XML might take for the good one, and others. */
public final class ManifestForgeries {
  private static final String SHA256 = "http://www.w3.org/2001/04/xmlenc#sha256";

  private final Target target;
  private final String manifest;

  public ManifestForgeries(Target target) {
    this.target = target;
    this.manifest = new String(Forgery.of(target.good()).content(AsicNames.MANIFEST), US_ASCII);
  }

  public void make() {
    malformed("newline", manifest + "\n", "a newline more");
    malformed("no-newline", manifest.substring(0, manifest.length() - 1), "a newline less");
    malformed("carriage-returns", manifest.replace("\n", "\r\n"), "lines end otherwise");
    malformed("byte-order-mark", "\u00ef\u00bb\u00bf" + manifest, "a byte order mark");
    replaced("media-type", "application/json", "text/plain", "another media type");
    replaced("sha1", SHA256, "http://www.w3.org/2000/09/xmldsig#sha1", "another digest");
    replaced("here", "URI=\"package.json\"", "URI=\"./package.json\"", "a longer way to an entry");
    replaced("percent", "URI=\"package", "URI=\"%70ackage", "an escaped character in a name");
    replaced("apostrophes", "\"application/json\"", "'application/json'", "other quotes");
    replaced("space", "<ds:DigestMethod ", "<ds:DigestMethod  ", "two spaces for one");
    replaced("comment", "<asic:SigReference", "<!-- --><asic:SigReference", "a comment");
    replaced("character", "package.json", "pack&#97;ge.json", "a character reference");
    replaced("version", "version=\"1.0\"", "version=\"1.1\"", "XML 1.1");
    replaced("signature", "signature001.p7s", "signature002.p7s", "names another signature");
    replaced("root-file", "URI=\"package.json\"", "Rootfile=\"true\" URI=\"package.json\"", "more");
    malformed(
        "entity",
        manifest.replace("?>\n", "?>\n<!DOCTYPE a [<!ENTITY x SYSTEM \"file:///etc/passwd\">]>\n"),
        "a document type with an entity");
    malformed("empty", "", "nothing");
    malformed("no-foot", manifest.replace("</asic:ASiCManifest>\n", ""), "the end is missing");
    int digest = manifest.indexOf("=</ds:DigestValue>");
    malformed(
        "base64-bits",
        manifest.substring(0, digest - 1)
            + (char) (manifest.charAt(digest - 1) + 1)
            + manifest.substring(digest),
        "bits in base 64 that count for nothing");
    makeLists();
  }

  private void makeLists() {
    String[] lines = manifest.split("\n", -1);
    String first = lines[3] + "\n";
    String second = lines[4] + "\n";
    refuse(
        "line-missing",
        PackageFault.ENTRY_UNLISTED,
        manifest.replace(second, ""),
        "does not list an entry that is there");
    refuse(
        "line-more",
        PackageFault.ENTRY_MISSING,
        manifest.replace(second, second + second.replace("case.cms", "more.cms")),
        "lists an entry that is not there");
    refuse(
        "line-twice",
        PackageFault.ENTRY_OUT_OF_ORDER,
        manifest.replace(second, second + second),
        "lists an entry twice");
    refuse(
        "lines-swapped",
        PackageFault.ENTRY_OUT_OF_ORDER,
        manifest.replace(first + second, second + first),
        "lists the entries in another order");
    String value = lines[3].replaceAll(".*<ds:DigestValue>(.*)</ds:DigestValue>.*", "$1");
    refuse(
        "digest",
        PackageFault.ENTRY_DIGEST_MISMATCH,
        manifest.replace(value, "A".repeat(43) + "="),
        "lists another digest");
  }

  private void replaced(String name, String old, String changed, String shows) {
    malformed(name, manifest.replaceFirst(Pattern.quote(old), changed), shows);
  }

  private void malformed(String name, String changed, String shows) {
    refuse(name, PackageFault.MANIFEST_MALFORMED, changed, shows);
  }

  private void refuse(String name, PackageFault fault, String changed, String shows) {
    if (changed.equals(manifest)) {
      throw new IllegalArgumentException("nothing changed for " + name);
    }
    target.refuse(
        "manifest-" + name,
        fault,
        Forgery.of(target.good())
            .set(AsicNames.MANIFEST, changed.getBytes(StandardCharsets.ISO_8859_1))
            .bytes(),
        "a manifest under the old seal: " + shows);
  }
}

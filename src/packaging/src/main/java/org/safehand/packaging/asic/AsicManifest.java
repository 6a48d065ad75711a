package org.safehand.packaging.asic;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.safehand.custody.digest.Digest;
import org.safehand.packaging.fault.PackageException;
import org.safehand.packaging.fault.PackageFault;

/**
 * ASiCManifest (EN 319 162-1, A.4) in one spelling: one line per entry, in the order of the
 * container. No XML parser reads it; a line is recognised and the whole is written again to
 * compare.
 *
 * @param entries every entry but {@code mimetype} and those in {@code META-INF/}, in order
 */
public record AsicManifest(List<ListedEntry> entries) {
  private static final String HEAD =
      """
      <?xml version="1.0" encoding="UTF-8"?>
      <asic:ASiCManifest xmlns:asic="http://uri.etsi.org/02918/v1.2.1#" \
      xmlns:ds="http://www.w3.org/2000/09/xmldsig#">
      """;
  private static final String BY_SEAL =
      """
      <asic:SigReference MimeType="application/pkcs7-signature" \
      URI="META-INF/signature001.p7s"/>
      """;
  private static final String BY_EVIDENCE_RECORD =
      """
      <asic:SigReference URI="META-INF/evidencerecord001.ers"/>
      """;
  private static final String LINE =
      """
      <asic:DataObjectReference MimeType="%s" URI="%s">\
      <ds:DigestMethod Algorithm="http://www.w3.org/2001/04/xmlenc#sha256"/>\
      <ds:DigestValue>%s</ds:DigestValue></asic:DataObjectReference>
      """;
  private static final String FOOT = "</asic:ASiCManifest>\n";
  private static final Pattern REFERENCE =
      Pattern.compile(
          "<asic:DataObjectReference MimeType=\"[a-z0-9/-]{1,40}\" URI=\"([A-Za-z0-9._/-]{1,200})\">"
              + "<ds:DigestMethod Algorithm=\"http://www.w3.org/2001/04/xmlenc#sha256\"/>"
              + "<ds:DigestValue>([A-Za-z0-9+/]{43}=)</ds:DigestValue>"
              + "</asic:DataObjectReference>");

  /** Copies the list. */
  public AsicManifest {
    entries = List.copyOf(entries);
  }

  /** The manifest in its one form. */
  public byte[] toXml() {
    return xml(BY_SEAL, entries);
  }

  /**
   * The manifest of an evidence record over {@code covered}. It follows from the other entries, so
   * that nobody reads it: whoever has the container writes it again to compare.
   */
  static byte[] ofEvidenceRecord(List<ListedEntry> covered) {
    return xml(BY_EVIDENCE_RECORD, covered);
  }

  private static byte[] xml(String reference, List<ListedEntry> entries) {
    StringBuilder xml = new StringBuilder(HEAD).append(reference);
    for (ListedEntry entry : entries) {
      String digest = Base64.getEncoder().encodeToString(entry.sha256().bytes());
      xml.append(LINE.formatted(entry.mediaType(), entry.name(), digest));
    }
    return xml.append(FOOT).toString().getBytes(US_ASCII);
  }

  /**
   * Reads the one form.
   *
   * @throws PackageException with {@code manifest-malformed} if {@code xml} is anything else
   */
  public static AsicManifest read(byte[] xml) throws PackageException {
    List<ListedEntry> entries = new ArrayList<>();
    for (String line : new String(xml, US_ASCII).split("\n", -1)) {
      Matcher reference = REFERENCE.matcher(line);
      if (reference.matches()) {
        entries.add(listed(reference.group(1), reference.group(2), entries.size()));
      }
    }
    AsicManifest manifest = new AsicManifest(entries);
    int difference = Arrays.mismatch(manifest.toXml(), xml);
    if (difference >= 0) {
      throw malformed("byte " + difference, "the manifest is not in its one form", null);
    }
    return manifest;
  }

  private static ListedEntry listed(String name, String digest, int index) throws PackageException {
    try {
      return new ListedEntry(name, Digest.ofBytes(Base64.getDecoder().decode(digest)));
    } catch (IllegalArgumentException e) {
      throw malformed("reference " + index, "no canonical name or digest", e);
    }
  }

  private static PackageException malformed(
      String place, String detail, @Nullable Throwable cause) {
    return new PackageException(
        PackageFault.MANIFEST_MALFORMED, "META-INF/ASiCManifest001.xml, " + place, detail, cause);
  }
}

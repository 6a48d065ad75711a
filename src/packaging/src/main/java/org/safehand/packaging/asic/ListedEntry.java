package org.safehand.packaging.asic;

import static java.util.Objects.requireNonNull;

import org.safehand.custody.digest.Digest;
import org.safehand.packaging.zip.StoredEntry;

/**
 * One line of an ASiC manifest.
 *
 * @param name the entry
 * @param sha256 SHA-256 of its content
 */
public record ListedEntry(String name, Digest sha256) {
  /** Checks the name. */
  public ListedEntry {
    requireNonNull(name, "name is null");
    requireNonNull(sha256, "sha256 is null");
    if (!StoredEntry.isName(name)) {
      throw new IllegalArgumentException("not a canonical entry name: " + name);
    }
  }

  /** The media type that the manifest states, which follows from the name. */
  String mediaType() {
    return switch (name.substring(name.lastIndexOf('.') + 1)) {
      case "json" -> "application/json";
      case "txt" -> "text/plain";
      case "cms" -> "application/pkcs7-mime";
      case "p7s" -> "application/pkcs7-signature";
      case "xml" -> "application/xml";
      default -> "application/octet-stream";
    };
  }
}

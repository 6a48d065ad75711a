package org.safehand.packaging.sealkey;

import static java.util.Objects.requireNonNull;

import java.nio.file.Path;

/**
 * Which key in which PKCS#11 token.
 *
 * @param library the token's PKCS#11 library, an absolute path in plain letters
 * @param slot the number of the slot that the token is in, as {@code pkcs11-tool -L} shows it
 * @param label of the key and of its certificate (CKA_LABEL), which share a CKA_ID
 * @param pin the file with the user's PIN, in UTF-8; a line feed at its end does not count
 */
public record SealToken(Path library, int slot, String label, Path pin) {
  // the platform reads the path from a line of text, in which other characters have meanings
  private static final String PLAIN = "/[A-Za-z0-9/._+-]+";

  /** Checks that nothing is missing and that the platform can be told of it. */
  public SealToken {
    requireNonNull(library, "library is null");
    requireNonNull(label, "label is null");
    requireNonNull(pin, "pin is null");
    if (!library.toString().matches(PLAIN)) {
      throw new IllegalArgumentException(
          "the path of the token's library is not absolute, or not of A-Z a-z 0-9 . _ + - alone");
    }
    if (slot < 0) {
      throw new IllegalArgumentException("the slot is below 0");
    }
    if (label.isBlank()) {
      throw new IllegalArgumentException("the label is blank");
    }
  }

  /** What the platform's provider is told (Java PKCS#11 Reference Guide, configuration). */
  String configuration() {
    return "--name = Seal\nlibrary = " + library + "\nslot = " + slot + "\n";
  }
}

package org.safehand.packaging.pack;

import java.io.IOException;
import java.io.InputStream;

/** Where the ciphertext of stored segments is read from: the vault, seen from a recipe. */
@FunctionalInterface
public interface SegmentSource {
  /**
   * The ciphertext without tag of the segment stored under {@code reference}. The caller closes the
   * stream; skipping in it should be cheap.
   *
   * @throws IOException if there is no such segment or it cannot be read
   */
  InputStream open(String reference) throws IOException;
}

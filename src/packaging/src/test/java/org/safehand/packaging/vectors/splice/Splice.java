package org.safehand.packaging.vectors.splice;

import org.safehand.custody.encoding.CanonicalBase64;

/** One change of a file: at an offset of the base, a number of bytes give way to others. */
final class Splice {
  private static final String NOTHING = "-";

  private final int offset;
  private final int removed;
  private final byte[] added;

  Splice(int offset, int removed, byte[] added) {
    this.offset = offset;
    this.removed = removed;
    this.added = added.clone();
  }

  int offset() {
    return offset;
  }

  int removed() {
    return removed;
  }

  byte[] added() {
    return added.clone();
  }

  static Splice parse(String text) {
    String[] parts = text.split(" ", -1);
    byte[] added =
        parts[2].equals(NOTHING) ? new byte[0] : CanonicalBase64.decode(parts[2]).orElseThrow();
    Splice splice = new Splice(Integer.parseInt(parts[0]), Integer.parseInt(parts[1]), added);
    if (!splice.toString().equals(text)) {
      throw new IllegalArgumentException("not a splice: " + text);
    }
    return splice;
  }

  @Override
  public String toString() {
    return offset
        + " "
        + removed
        + " "
        + (added.length == 0 ? NOTHING : CanonicalBase64.encode(added));
  }
}

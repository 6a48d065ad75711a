package org.safehand.custody.tree;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The index and width part of a resource path (tlog-tiles, "Merkle Tree"): groups of three digits,
 * all but the last with an {@code x}, and {@code .p/W} for a partial one.
 */
record TilePath(long index, int width) {
  private static final Pattern FORM =
      Pattern.compile("((?:x[0-9]{3}/){0,5})([0-9]{3})(?:\\.p/([1-9][0-9]{0,2}))?");

  static void require(long index, int width) {
    if (index < 0 || width < 1 || width > TileId.FULL) {
      throw new IllegalArgumentException("no tile " + index + " of width " + width);
    }
  }

  static String of(long index, int width) {
    String path = threeDigits(index % 1000);
    for (long rest = index / 1000; rest > 0; rest /= 1000) {
      path = "x" + threeDigits(rest % 1000) + "/" + path;
    }
    return width == TileId.FULL ? path : path + ".p/" + width;
  }

  private static String threeDigits(long number) {
    return Long.toString(1000 + number).substring(1);
  }

  /** Index and width, where the digits may still not be the shortest form. */
  static Optional<TilePath> parse(String text) {
    Matcher form = FORM.matcher(text);
    if (!form.matches()) {
      return Optional.empty();
    }
    int width = form.group(3) == null ? TileId.FULL : Integer.parseInt(form.group(3));
    long index = Long.parseLong(form.group(1).replaceAll("[x/]", "") + form.group(2));
    return width > TileId.FULL ? Optional.empty() : Optional.of(new TilePath(index, width));
  }
}

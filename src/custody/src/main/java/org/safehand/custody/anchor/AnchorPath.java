package org.safehand.custody.anchor;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Where an exported log has its anchors: {@code anchor/<size in 20 digits>/checkpoint} and {@code
 * token.tsr} beside it.
 */
public final class AnchorPath {
  public static final String FOLDER = "anchor";

  private static final Pattern NAME = Pattern.compile("[0-9]{20}");

  private AnchorPath() {}

  public static String checkpoint(long size) {
    return folder(size) + "/checkpoint";
  }

  public static String token(long size) {
    return folder(size) + "/token.tsr";
  }

  /** The size that the folder {@code name} is for, if it is spelled as one. */
  public static Optional<Long> size(String name) {
    try {
      return NAME.matcher(name).matches() ? Optional.of(Long.parseLong(name)) : Optional.empty();
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }

  private static String folder(long size) {
    return FOLDER + "/" + String.format(Locale.ROOT, "%020d", size);
  }
}

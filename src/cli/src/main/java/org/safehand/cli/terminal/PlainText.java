package org.safehand.cli.terminal;

/** Text from elsewhere that may be shown: one line, nothing that steers a terminal. */
public final class PlainText {
  private PlainText() {}

  /** {@code text} with each control and direction-changing character replaced by {@code ?}. */
  public static String of(String text) {
    StringBuilder plain = new StringBuilder(text.length());
    text.codePoints()
        .map(c -> Character.isISOControl(c) || isInvisible(c) ? '?' : c)
        .forEach(plain::appendCodePoint);
    return plain.toString();
  }

  private static boolean isInvisible(int c) {
    int type = Character.getType(c);
    return type == Character.FORMAT
        || type == Character.LINE_SEPARATOR
        || type == Character.PARAGRAPH_SEPARATOR
        || type == Character.SURROGATE;
  }
}

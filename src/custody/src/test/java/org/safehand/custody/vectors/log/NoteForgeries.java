package org.safehand.custody.vectors.log;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.safehand.custody.vectors.log.CheckpointVectors.ROOT;
import static org.safehand.custody.vectors.log.CheckpointVectors.TEXT;

import org.safehand.custody.log.LogFault;
import org.safehand.custody.vectors.form.Suite;
import org.safehand.custody.vectors.form.Vector;

/** Notes in another spelling, and texts that are no checkpoint though the log signed them. */
final class NoteForgeries {
  private static final String LINE = TestKey.LOG.line(TEXT);
  private static final String NOTE = TEXT + "\n" + LINE;

  private NoteForgeries() {}

  private static void note(Suite suite, String name, String note, String shows) {
    CheckpointVectors.refuse(
        suite, "note-" + name, LogFault.CHECKPOINT_MALFORMED, Policy.LOG, note, shows);
  }

  static void makeNotes(Suite suite) {
    note(suite, "empty", "", "no bytes");
    note(suite, "text-alone", TEXT, "no signature");
    note(suite, "without-lines", TEXT + "\n", "no signature after the blank line");
    note(suite, "without-blank-line", TEXT + LINE, "no blank line");
    CheckpointVectors.refuse(
        suite,
        "note-blank-line-between",
        LogFault.CHECKPOINT_SIGNATURE,
        Policy.LOG,
        NOTE + "\n" + LINE,
        "a blank line between signatures: the first of them becomes part of the text");
    note(suite, "cut", NOTE.substring(0, NOTE.length() - 1), "no newline at the end");
    note(suite, "newline-after", NOTE + "\n", "a newline more");
    note(suite, "byte-after", NOTE + "x", "a byte more");
    note(suite, "crlf", NOTE.replace("\n", "\r\n"), "carriage returns");
    note(suite, "carriage-return", NOTE.replace("\n5\n", "\n5\r\n"), "one carriage return");
    note(suite, "tab", NOTE.replace("\n5", "\n\t5"), "a tab");
    note(suite, "nul", NOTE.replace("\n5", "\u0000\n5"), "a zero byte");
    note(suite, "unit-separator", NOTE.replace("\n5", "\u001f\n5"), "the last control character");
    note(suite, "hyphen", NOTE.replace("\u2014", "-"), "a hyphen in place of the em dash");
    note(suite, "no-space", NOTE.replace("\u2014 ", "\u2014"), "no space after the dash");
    note(suite, "two-spaces", NOTE.replace("\u2014 ", "\u2014  "), "two spaces after the dash");
    String named = "\u2014 " + TestKey.ORIGIN;
    note(suite, "name-missing", NOTE.replace(named, "\u2014 "), "no name");
    note(suite, "signature-missing", TEXT + "\n" + named + "\n", "a name alone");
    note(suite, "name-with-plus", NOTE.replace(named, named + "+"), "a plus in the name");
    note(suite, "name-with-space", NOTE.replace(named, named + "\u00a0"), "another space in it");
    note(suite, "space-after", TEXT + "\n" + LINE.strip() + " \n", "a space after");
    note(
        suite,
        "unpadded",
        NOTE.substring(0, NOTE.length() - 1).replaceAll("=+\\z", "") + "\n",
        "no padding");
    note(
        suite,
        "url-alphabet",
        TEXT + "\n" + LINE.replace('/', '_').replace('+', '-'),
        "base 64 of URLs");
    note(suite, "id-alone", TEXT + "\n" + TestKey.LOG.line(new byte[0]), "no signature bytes");
    note(suite, "trailing-bit", trailingBit(), "bits that are not zero");
    note(suite, "line-between", NOTE + "x\n" + LINE, "a line that is no signature");
    byte[] latin = NOTE.replace("\u2014", "\u0097").getBytes(ISO_8859_1);
    suite.put(
        "note-latin-1",
        Policy.LOG
            .in(Vector.refused(LogFault.CHECKPOINT_MALFORMED.code(), "another encoding than UTF-8"))
            .with(CheckpointVectors.CHECKPOINT, latin));
    byte[] overlong = (NOTE + "\u0100").getBytes(UTF_8);
    overlong[overlong.length - 2] = (byte) 0xc0;
    suite.put(
        "note-overlong",
        Policy.LOG
            .in(Vector.refused(LogFault.CHECKPOINT_MALFORMED.code(), "UTF-8 longer than it may be"))
            .with(CheckpointVectors.CHECKPOINT, overlong));
  }

  /** 68 bytes end in one pad, before which two bits are zero. */
  private static String trailingBit() {
    String alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    int last = LINE.length() - 3;
    char next = alphabet.charAt(alphabet.indexOf(LINE.charAt(last)) + 1);
    return TEXT + "\n" + LINE.substring(0, last) + next + LINE.substring(last + 1);
  }

  private static void text(Suite suite, String name, String text, String shows) {
    CheckpointVectors.refuse(
        suite,
        "text-" + name,
        LogFault.CHECKPOINT_MALFORMED,
        Policy.LOG,
        text + "\n" + TestKey.LOG.line(text),
        shows + ", signed by the log");
  }

  static void makeTexts(Suite suite) {
    String root = ROOT.base64();
    text(suite, "extension", TEXT + "extension\n", "a fourth line");
    text(suite, "two-lines", TestKey.ORIGIN + "\n5\n", "no root");
    text(suite, "one-line", "x\n", "no checkpoint");
    text(suite, "blank-last", TEXT + "\n", "an empty fourth line");
    text(suite, "blank-first", "\n" + TEXT, "an empty line before");
    text(suite, "no-origin", "\n5\n" + root + "\n", "no origin");
    text(suite, "origin-space", "log example.org\n5\n" + root + "\n", "an origin with a space");
    text(suite, "origin-plus", "log+example.org\n5\n" + root + "\n", "an origin with a plus");
    text(suite, "size-leading-zero", CheckpointVectors.text("05"), "a leading zero");
    text(suite, "size-plus", CheckpointVectors.text("+5"), "a plus");
    text(suite, "size-minus", CheckpointVectors.text("-5"), "a negative size");
    text(suite, "size-minus-zero", CheckpointVectors.text("-0"), "a negative zero");
    text(suite, "size-space", CheckpointVectors.text("5 "), "a space after the size");
    text(suite, "size-hexadecimal", CheckpointVectors.text("0x5"), "hexadecimal");
    text(suite, "size-empty", CheckpointVectors.text(""), "no size");
    text(suite, "size-fraction", CheckpointVectors.text("5.0"), "a fraction");
    text(suite, "size-other-digits", CheckpointVectors.text("\u0665"), "another script");
    text(suite, "size-19-digits", CheckpointVectors.text("1000000000000000000"), "too large");
    text(suite, "size-20-digits", CheckpointVectors.text("99999999999999999999"), "too large");
    text(suite, "root-short", TEXT.replace(root, "AAAA"), "a root of 3 bytes");
    text(suite, "root-31", TEXT.replace(root, root.substring(0, 41) + "A=="), "31 bytes");
    text(suite, "root-33", TEXT.replace(root, root.substring(0, 43) + "A"), "33 bytes");
    text(
        suite,
        "root-trailing-bit",
        TEXT.replace(root, root.substring(0, 42) + next(root) + "="),
        "bits not zero");
    text(suite, "root-unpadded", TEXT.replace("=\n", "\n"), "no padding");
    text(
        suite, "root-url-alphabet", TEXT.replace(root, "_" + root.substring(1)), "base 64 of URLs");
    CheckpointVectors.refuse(
        suite,
        "other-origin",
        LogFault.CHECKPOINT_ORIGIN,
        Policy.LOG,
        other("example.org"),
        "another log, signed with the key of this one");
    CheckpointVectors.refuse(
        suite,
        "origin-capital",
        LogFault.CHECKPOINT_ORIGIN,
        Policy.LOG,
        other("Log.example.org"),
        "the origin in another case, signed with the key of this log");
    CheckpointVectors.refuse(
        suite,
        "origin-byte-order-mark",
        LogFault.CHECKPOINT_ORIGIN,
        Policy.LOG,
        other("\ufeff" + TestKey.ORIGIN),
        "a byte order mark before the origin, signed with the key of this log");
  }

  private static char next(String root) {
    return (char) (root.charAt(42) + 1);
  }

  private static String other(String origin) {
    String text = TEXT.replace(TestKey.ORIGIN, origin);
    return text + "\n" + TestKey.LOG.line(text);
  }
}

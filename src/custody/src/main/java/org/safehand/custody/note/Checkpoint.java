package org.safehand.custody.note;

import static java.util.Objects.requireNonNull;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.safehand.custody.digest.Digest;

/**
 * C2SP tlog-checkpoint without extension lines: which log, how many leaves, which root.
 *
 * @param origin the log
 * @param size number of leaves
 * @param root RFC 6962 root hash of those leaves
 */
public record Checkpoint(String origin, long size, Digest root) {
  private static final Pattern TEXT =
      Pattern.compile("([^\\n]+)\\n(0|[1-9][0-9]{0,17})\\n([A-Za-z0-9+/=]{44})\\n");

  public Checkpoint {
    KeyName.require(origin);
    requireNonNull(root, "root is null");
    if (size < 0) {
      throw new IllegalArgumentException("a size is not negative");
    }
  }

  /** The three lines that are signed. */
  public String text() {
    return origin + "\n" + size + "\n" + root.base64() + "\n";
  }

  /** The checkpoint that is the text of {@code note}; who signed it is another question. */
  public static Checkpoint of(SignedNote note) throws NoteException {
    Matcher lines = TEXT.matcher(note.text());
    if (!lines.matches() || !KeyName.isValid(lines.group(1))) {
      throw malformed();
    }
    return new Checkpoint(
        lines.group(1),
        Long.parseLong(lines.group(2)),
        Digest.ofBase64(lines.group(3)).orElseThrow(Checkpoint::malformed));
  }

  private static NoteException malformed() {
    return new NoteException(
        NoteFault.MALFORMED, "not a checkpoint of three lines: origin, size, root");
  }
}

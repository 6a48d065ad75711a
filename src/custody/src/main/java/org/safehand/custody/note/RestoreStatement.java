package org.safehand.custody.note;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.safehand.custody.digest.Digest;
import org.safehand.custody.encoding.UtcText;

/**
 * What a log key says of a restore that its holder made: the second kind of text that it signs.
 *
 * <p>The first line is no name of a log and the second no number, so that nobody takes it for a
 * checkpoint (C2SP tlog-checkpoint), which has its origin and its size there.
 *
 * @param origin the log
 * @param firstIndex the first entry that the database did not have
 * @param size how many entries the log has since
 * @param root RFC 6962 root hash of those
 * @param lost of how many of the restored entries the event is gone
 * @param lostLeaves SHA-256 over the lost entries in their order, of each the index as eight
 *     big-endian bytes and the leaf hash
 * @param time when, to the millisecond
 */
public record RestoreStatement(
    String origin,
    long firstIndex,
    long size,
    Digest root,
    long lost,
    Digest lostLeaves,
    Instant time) {
  private static final String LABEL = "safehand.org/custody/restore/v1";
  private static final String NUMBER = "(0|[1-9][0-9]{0,17})\\n";
  private static final String HASH = "([A-Za-z0-9+/=]{44})\\n";
  private static final Pattern TEXT =
      Pattern.compile(
          Pattern.quote(LABEL)
              + "\\n([^\\n]+)\\n"
              + NUMBER
              + NUMBER
              + HASH
              + NUMBER
              + HASH
              + "([^\\n]{24})\\n");

  public RestoreStatement {
    KeyName.require(origin);
    requireNonNull(root, "root is null");
    requireNonNull(lostLeaves, "lostLeaves is null");
    time = time.truncatedTo(ChronoUnit.MILLIS);
    if (firstIndex < 0 || firstIndex >= size || lost < 0 || lost > size - firstIndex) {
      throw new IllegalArgumentException(
          lost + " lost from index " + firstIndex + " to size " + size);
    }
  }

  /** The eight lines that are signed. */
  public String text() {
    return String.join(
            "\n",
            LABEL,
            origin,
            Long.toString(firstIndex),
            Long.toString(size),
            root.base64(),
            Long.toString(lost),
            lostLeaves.base64(),
            UtcText.millis(time))
        + "\n";
  }

  /** The statement that is the text of {@code note}; who signed it is another question. */
  public static RestoreStatement of(SignedNote note) throws NoteException {
    Matcher lines = TEXT.matcher(note.text());
    if (!lines.matches() || !KeyName.isValid(lines.group(1))) {
      throw malformed();
    }
    try {
      return new RestoreStatement(
          lines.group(1),
          Long.parseLong(lines.group(2)),
          Long.parseLong(lines.group(3)),
          Digest.ofBase64(lines.group(4)).orElseThrow(RestoreStatement::malformed),
          Long.parseLong(lines.group(5)),
          Digest.ofBase64(lines.group(6)).orElseThrow(RestoreStatement::malformed),
          UtcText.parseMillis(lines.group(7)).orElseThrow(RestoreStatement::malformed));
    } catch (IllegalArgumentException e) {
      throw malformed();
    }
  }

  private static NoteException malformed() {
    return new NoteException(NoteFault.MALFORMED, "not the statement of a restore");
  }
}

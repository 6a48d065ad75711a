package org.safehand.custody.vectors.log;

import java.util.List;
import org.safehand.custody.note.VerifierKey;
import org.safehand.custody.trust.LogTrust;
import org.safehand.custody.trust.Trust;
import org.safehand.custody.trust.Trusts;
import org.safehand.custody.vectors.form.Vector;

/** Whom a vector trusts: its fields origin, log-key, witness and quorum. */
public record Policy(List<TestKey> keys, List<TestKey> witnesses, int quorum) {
  private static final String LOG_KEY = "log-key";
  private static final String ORIGIN = "origin";
  private static final String QUORUM = "quorum";
  private static final String WITNESS = "witness";

  /** The log key alone. */
  public static final Policy LOG = new Policy(List.of(TestKey.LOG), List.of(), 0);

  /** The log key and two witnesses, of whom one must have cosigned. */
  public static final Policy WITNESSED =
      new Policy(List.of(TestKey.LOG), List.of(TestKey.WITNESS, TestKey.SECOND_WITNESS), 1);

  public Vector in(Vector vector) {
    return vector
        .with(ORIGIN, TestKey.ORIGIN)
        .withAll(LOG_KEY, keys.stream().map(TestKey::vkey).toList())
        .withAll(WITNESS, witnesses.stream().map(TestKey::vkey).toList())
        .with(QUORUM, quorum);
  }

  public static LogTrust logOf(Vector vector) {
    return new LogTrust(
        vector.text(ORIGIN),
        vkeys(vector, LOG_KEY),
        vkeys(vector, WITNESS),
        (int) vector.number(QUORUM));
  }

  public static Trust of(Vector vector) {
    return Trusts.of(logOf(vector), Trusts.AUTHORITY);
  }

  public static List<VerifierKey> vkeys(Vector vector, String name) {
    return vector.texts(name).stream().map(vkey -> VerifierKey.parse(vkey).orElseThrow()).toList();
  }
}

package org.safehand.custody.vectors.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.safehand.custody.digest.Digest;
import org.safehand.custody.log.LogFault;
import org.safehand.custody.note.Checkpoint;
import org.safehand.custody.note.NoteException;
import org.safehand.custody.note.NoteFault;
import org.safehand.custody.note.SignedNote;
import org.safehand.custody.vectors.form.Suite;
import org.safehand.custody.vectors.form.Vector;
import org.safehand.custody.vectors.form.VectorKind;

/** Signed checkpoints under a policy: who must have signed, and what a note may look like. */
public final class CheckpointVectors implements VectorKind {
  static final String CHECKPOINT = "checkpoint";
  static final Digest ROOT = Digest.of(new byte[1]);

  /** What the vectors sign: five leaves. */
  public static final String TEXT = text("5");

  @Override
  public String name() {
    return "checkpoint";
  }

  static String text(String size) {
    return TestKey.ORIGIN + "\n" + size + "\n" + ROOT.base64() + "\n";
  }

  @Override
  public String judge(Vector vector, Suite suite) {
    byte[] bytes = vector.bytes(CHECKPOINT);
    try {
      SignedNote note = SignedNote.parse(bytes);
      Checkpoint checkpoint = Policy.logOf(vector).verify(note);
      assertThat(note.bytes()).isEqualTo(bytes);
      assertThat(note.text()).isEqualTo(checkpoint.text());
      assertThat(checkpoint.size()).isEqualTo(vector.number("size"));
      assertThat(checkpoint.root()).isEqualTo(vector.hash("root"));
      return Vector.OK;
    } catch (NoteException e) {
      return code(e.fault()).code();
    }
  }

  public static LogFault code(NoteFault fault) {
    return switch (fault) {
      case MALFORMED -> LogFault.CHECKPOINT_MALFORMED;
      case UNKNOWN_SIGNER -> LogFault.CHECKPOINT_UNKNOWN_SIGNER;
      case BAD_SIGNATURE -> LogFault.CHECKPOINT_SIGNATURE;
      case UNSIGNED -> LogFault.CHECKPOINT_UNSIGNED;
      case QUORUM -> LogFault.CHECKPOINT_QUORUM;
      case WRONG_ORIGIN -> LogFault.CHECKPOINT_ORIGIN;
    };
  }

  @Override
  public void make(Suite suite) {
    makeSigned(suite);
    makeUnsigned(suite);
    CheckpointForgeries.makeSignatures(suite);
    CheckpointForgeries.makeMlDsa(suite);
    NoteForgeries.makeNotes(suite);
    NoteForgeries.makeTexts(suite);
  }

  /** A good checkpoint of five leaves with these lines. */
  private static void ok(Suite suite, String name, Policy policy, String shows, String... lines) {
    suite.put(
        "ok-" + name,
        policy
            .in(Vector.ok(shows))
            .with(CHECKPOINT, TEXT + "\n" + String.join("", lines))
            .with("size", 5)
            .with("root", ROOT));
  }

  static void refuse(
      Suite suite, String name, LogFault fault, Policy policy, String note, String shows) {
    suite.put(name, policy.in(Vector.refused(fault.code(), shows)).with(CHECKPOINT, note));
  }

  private static void makeSigned(Suite suite) {
    String log = TestKey.LOG.line(TEXT);
    String w1 = TestKey.WITNESS.line(TEXT);
    String w2 = TestKey.SECOND_WITNESS.line(TEXT);
    String w3 = TestKey.WITNESS_ML_DSA.line(TEXT);
    ok(suite, "worked-example", Policy.LOG, "the log signed, nobody else is asked", log);
    Policy rotated = new Policy(List.of(TestKey.LOG, TestKey.RETIRED), List.of(), 0);
    String retired = TestKey.RETIRED.line(TEXT);
    ok(suite, "retired-key", rotated, "a retired key of the log alone", retired);
    ok(suite, "both-keys", rotated, "the present key and a retired one", log, retired);
    ok(suite, "witnessed", Policy.WITNESSED, "one of two witnesses, one is asked", log, w1);
    ok(suite, "witnessed-by-more", Policy.WITNESSED, "both, one is asked", w2, log, w1);
    ok(suite, "witnessed-unasked", quorum(0), "a witness, and none is asked", log, w1);
    ok(suite, "ml-dsa-witness", withMlDsa(1), "a witness with ML-DSA-44", log, w3);
    ok(suite, "two-of-three", withMlDsa(2), "two kinds of witnesses", log, w1, w3);
    ok(suite, "ml-dsa-log", POST_QUANTUM, "both keys of the log", log, mlDsaLine());
    ok(
        suite,
        "time-zero",
        Policy.WITNESSED,
        "a cosignature that says no time",
        log,
        TestKey.WITNESS.cosignature(TEXT, 0));
    ok(
        suite,
        "time-beyond-63-bits",
        Policy.WITNESSED,
        "a time is unsigned",
        log,
        TestKey.WITNESS.line(beyond63Bits()));
    makeSixteen(suite);
    for (String size : new String[] {"0", "1", "10", "999999999999999999"}) {
      String text = text(size);
      suite.put(
          "ok-size-" + size,
          Policy.LOG
              .in(Vector.ok("a size in its one spelling"))
              .with(CHECKPOINT, text + "\n" + TestKey.LOG.line(text))
              .with("size", size)
              .with("root", ROOT));
    }
  }

  /** The log key and one with ML-DSA-44 beside it, both of which must have signed. */
  static final Policy POST_QUANTUM =
      new Policy(List.of(TestKey.LOG, TestKey.LOG_ML_DSA), List.of(), 0);

  static String mlDsaLine() {
    return TestKey.LOG_ML_DSA.line(TEXT);
  }

  private static byte[] beyond63Bits() {
    byte[] signature = TestKey.WITNESS.sign("cosignature/v1\ntime 18446744073709551615\n" + TEXT);
    return ByteBuffer.allocate(72).putLong(-1).put(signature).array();
  }

  static Policy quorum(int quorum) {
    return new Policy(
        List.of(TestKey.LOG), List.of(TestKey.WITNESS, TestKey.SECOND_WITNESS), quorum);
  }

  static Policy withMlDsa(int quorum) {
    return new Policy(
        List.of(TestKey.LOG),
        List.of(TestKey.WITNESS, TestKey.SECOND_WITNESS, TestKey.WITNESS_ML_DSA),
        quorum);
  }

  /** signed-note: at least sixteen signatures must be read; more are not here. */
  private static void makeSixteen(Suite suite) {
    List<TestKey> witnesses = new ArrayList<>();
    StringBuilder lines = new StringBuilder(TestKey.LOG.line(TEXT));
    for (int i = 0; i < 16; i++) {
      TestKey witness = new TestKey("witness.example.org/n" + i, 4, "n" + i);
      witnesses.add(witness);
      if (i < 15) {
        lines.append(witness.line(TEXT));
      }
    }
    Policy policy = new Policy(List.of(TestKey.LOG), witnesses, 15);
    ok(suite, "sixteen-lines", policy, "as many lines as are read", lines.toString());
    refuse(
        suite,
        "seventeen-lines",
        LogFault.CHECKPOINT_MALFORMED,
        policy,
        TEXT + "\n" + lines + witnesses.get(15).line(TEXT),
        "one line more than is read, each of them good");
  }

  private static void makeUnsigned(Suite suite) {
    String log = TestKey.LOG.line(TEXT);
    String w1 = TestKey.WITNESS.line(TEXT);
    LogFault unsigned = LogFault.CHECKPOINT_UNSIGNED;
    refuse(suite, "witness-alone", unsigned, quorum(1), TEXT + "\n" + w1, "not by the log");
    refuse(suite, "ml-dsa-missing", unsigned, POST_QUANTUM, TEXT + "\n" + log, "one key of two");
    refuse(suite, "ml-dsa-alone", unsigned, POST_QUANTUM, TEXT + "\n" + mlDsaLine(), "likewise");
    LogFault few = LogFault.CHECKPOINT_QUORUM;
    refuse(suite, "no-witness", few, quorum(1), TEXT + "\n" + log, "none cosigned, one is asked");
    refuse(suite, "one-of-two", few, quorum(2), TEXT + "\n" + log + w1, "one cosigned of two");
    refuse(
        suite,
        "retired-key-as-witness",
        few,
        new Policy(List.of(TestKey.LOG, TestKey.RETIRED), List.of(TestKey.WITNESS), 1),
        TEXT + "\n" + log + TestKey.RETIRED.line(TEXT),
        "a second key of the log is no witness");
    refuse(
        suite,
        "same-witness-twice",
        LogFault.CHECKPOINT_MALFORMED,
        quorum(2),
        TEXT + "\n" + log + w1 + TestKey.WITNESS.cosignature(TEXT, TestKey.TIME + 1),
        "two cosignatures of one witness, both good");
    refuse(
        suite,
        "same-line-twice",
        LogFault.CHECKPOINT_MALFORMED,
        Policy.LOG,
        TEXT + "\n" + log + log,
        "the line of the log twice");
  }
}

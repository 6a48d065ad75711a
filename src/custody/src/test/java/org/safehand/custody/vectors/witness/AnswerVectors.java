package org.safehand.custody.vectors.witness;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalLong;
import org.safehand.custody.log.LogFault;
import org.safehand.custody.note.NoteException;
import org.safehand.custody.note.NoteSignature;
import org.safehand.custody.note.SignedNote;
import org.safehand.custody.note.VerifierKey;
import org.safehand.custody.vectors.form.Suite;
import org.safehand.custody.vectors.form.Vector;
import org.safehand.custody.vectors.form.VectorKind;
import org.safehand.custody.vectors.log.CheckpointVectors;
import org.safehand.custody.vectors.log.TestKey;
import org.safehand.custody.witness.Cosignatures;

/** What a log believes of the answers of its witness. */
public final class AnswerVectors implements VectorKind {
  private static final String TEXT = WitnessVectors.FIVE.text();
  private static final String GOOD = TestKey.WITNESS.line(TEXT);

  @Override
  public String name() {
    return "witness-answer";
  }

  @Override
  public String judge(Vector vector, Suite suite) {
    byte[] answer = vector.bytes("answer");
    if (vector.number("status") == 409) {
      OptionalLong size = Cosignatures.readSize(answer);
      size.ifPresent(number -> assertThat(number).isEqualTo(vector.number("size")));
      return size.isPresent() ? Vector.OK : LogFault.CHECKPOINT_MALFORMED.code();
    }
    VerifierKey witness = VerifierKey.parse(vector.text("witness")).orElseThrow();
    try {
      SignedNote note = SignedNote.parse(vector.bytes("checkpoint"));
      NoteSignature line = Cosignatures.read(answer, note, witness);
      assertThat(line.line()).isEqualTo(vector.text("line"));
      assertThat(witness.cosignedAt(line).orElseThrow().getEpochSecond())
          .isEqualTo(vector.number("time"));
      return Vector.OK;
    } catch (NoteException e) {
      return CheckpointVectors.code(e.fault()).code();
    }
  }

  private static Vector cosigned(Vector vector, TestKey witness, byte[] answer) {
    return vector
        .with("witness", witness.vkey().toString())
        .with("checkpoint", WitnessVectors.FIVE.checkpoint())
        .with("status", 200)
        .with("answer", answer);
  }

  private static void ok(
      Suite suite, String name, TestKey witness, String answer, String line, String shows) {
    suite.put(
        "ok-" + name,
        cosigned(Vector.ok(shows), witness, answer.getBytes(UTF_8))
            .with("line", line.strip())
            .with("time", TestKey.TIME));
  }

  private static void refuse(
      Suite suite, String name, LogFault fault, byte[] answer, String shows) {
    suite.put(name, cosigned(Vector.refused(fault.code(), shows), TestKey.WITNESS, answer));
  }

  private static void malformed(Suite suite, String name, String answer, String shows) {
    refuse(suite, name, LogFault.CHECKPOINT_MALFORMED, answer.getBytes(UTF_8), shows);
  }

  @Override
  public void make(Suite suite) {
    ok(suite, "worked-example", TestKey.WITNESS, GOOD, GOOD, "the line of the witness");
    String second = TestKey.SECOND_WITNESS.line(TEXT);
    ok(suite, "beside-another", TestKey.WITNESS, second + GOOD, GOOD, "another key's line is left");
    String forged = TestKey.SECOND_WITNESS.line(new byte[72]);
    ok(suite, "beside-a-forged", TestKey.WITNESS, GOOD + forged, GOOD, "though it does not hold");
    TestKey quantum = TestKey.WITNESS_ML_DSA;
    String quantumLine = quantum.line(TEXT);
    ok(suite, "ml-dsa", quantum, quantumLine, quantumLine, "a witness with ML-DSA-44");
    makeSpellings(suite);
    makeSignatures(suite);
    makeSizes(suite);
  }

  private static void makeSpellings(Suite suite) {
    malformed(suite, "empty", "", "no bytes");
    malformed(suite, "newline-alone", "\n", "an empty line");
    malformed(suite, "cut", GOOD.strip(), "no newline at the end");
    malformed(suite, "newline-after", GOOD + "\n", "an empty line after");
    malformed(suite, "newline-before", "\n" + GOOD, "an empty line before");
    malformed(suite, "carriage-return", GOOD.strip() + "\r\n", "a carriage return");
    malformed(suite, "line-that-is-none", "x\n" + GOOD, "a line that is no signature");
    malformed(suite, "hyphen", GOOD.replace("\u2014", "-"), "a hyphen in place of the em dash");
    malformed(suite, "whole-note", TEXT + "\n" + GOOD, "a whole note in place of the line");
    byte[] latin = GOOD.replace("\u2014", "\u0097").getBytes(ISO_8859_1);
    refuse(suite, "latin-1", LogFault.CHECKPOINT_MALFORMED, latin, "another encoding than UTF-8");
    int times = Cosignatures.MAX_LENGTH / TestKey.SECOND_WITNESS.line(TEXT).length();
    String long32 = TestKey.SECOND_WITNESS.line(TEXT).repeat(times) + GOOD;
    malformed(suite, "beyond-32-kib", long32, "a good line in an answer that is too long");
    malformed(suite, "twice", GOOD + GOOD, "the line twice");
    String later = TestKey.WITNESS.cosignature(TEXT, TestKey.TIME + 1);
    malformed(suite, "two-times", GOOD + later, "two lines of the witness, both good");
  }

  private static void makeSignatures(Suite suite) {
    LogFault unsigned = LogFault.CHECKPOINT_UNSIGNED;
    byte[] other = TestKey.SECOND_WITNESS.line(TEXT).getBytes(UTF_8);
    refuse(suite, "another-witness", unsigned, other, "no line of the witness");
    TestKey renamed = new TestKey(TestKey.WITNESS.name(), 4, "w2");
    refuse(
        suite,
        "another-key",
        unsigned,
        renamed.line(TEXT).getBytes(UTF_8),
        "another key under the name of the witness");
    LogFault wrong = LogFault.CHECKPOINT_SIGNATURE;
    byte[] stamped = TestKey.WITNESS.stamped(TEXT, TestKey.TIME);
    byte[] flipped = stamped.clone();
    flipped[8] ^= 1;
    refuse(suite, "flipped", wrong, line(flipped), "one bit of the signature");
    byte[] second = stamped.clone();
    second[7] ^= 1;
    refuse(suite, "other-time", wrong, line(second), "another second than was signed");
    refuse(suite, "short", wrong, line(Arrays.copyOf(stamped, 71)), "a byte less");
    String eleven = TestKey.WITNESS.line(WitnessVectors.ELEVEN.text());
    refuse(suite, "other-checkpoint", wrong, eleven.getBytes(UTF_8), "over another checkpoint");
    malformed(
        suite, "time-0", TestKey.WITNESS.cosignature(TEXT, 0), "a cosignature without a time");
    byte[] signature = TestKey.WITNESS.sign("cosignature/v1\ntime 9223372036854775808\n" + TEXT);
    byte[] beyond = ByteBuffer.allocate(72).putLong(Long.MIN_VALUE).put(signature).array();
    refuse(
        suite,
        "time-beyond-63-bits",
        LogFault.CHECKPOINT_MALFORMED,
        line(beyond),
        "a time that is none, though signed");
  }

  private static byte[] line(byte[] signature) {
    return TestKey.WITNESS.line(signature).getBytes(UTF_8);
  }

  private static void makeSizes(Suite suite) {
    for (String size : List.of("0", "5", "999999999999999999")) {
      suite.put(
          "ok-size-" + size,
          Vector.ok("the size that was cosigned last")
              .with("status", 409)
              .with("answer", size + "\n")
              .with("size", size));
    }
    String[][] others = {
      {"empty", ""},
      {"cut", "5"},
      {"leading-zero", "05\n"},
      {"plus", "+5\n"},
      {"negative", "-5\n"},
      {"space", "5 \n"},
      {"newline-after", "5\n\n"},
      {"carriage-return", "5\r\n"},
      {"fraction", "5.0\n"},
      {"other-digits", "\u0665\n"},
      {"19-digits", "1000000000000000000\n"}
    };
    for (String[] other : others) {
      suite.put(
          "size-" + other[0],
          Vector.refused(LogFault.CHECKPOINT_MALFORMED.code(), "a size in another spelling")
              .with("status", 409)
              .with("answer", other[1]));
    }
  }
}

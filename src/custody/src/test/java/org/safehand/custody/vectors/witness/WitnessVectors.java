package org.safehand.custody.vectors.witness;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.safehand.custody.note.NoteException;
import org.safehand.custody.note.SignedNote;
import org.safehand.custody.vectors.form.Suite;
import org.safehand.custody.vectors.form.Vector;
import org.safehand.custody.vectors.form.VectorKind;
import org.safehand.custody.vectors.log.Policy;
import org.safehand.custody.vectors.log.SampleLog;
import org.safehand.custody.vectors.log.TestKey;
import org.safehand.custody.witness.AddCheckpoint;
import org.safehand.custody.witness.Cosignatures;
import org.safehand.custody.witness.InMemoryWitnessState;
import org.safehand.custody.witness.Witness;
import org.safehand.custody.witness.WitnessAnswer;
import org.safehand.custody.witness.WitnessedLog;

/** Requests to a witness, with what it cosigned last: its answer, and what it keeps then. */
public final class WitnessVectors implements VectorKind {
  static final SampleLog FIVE = new SampleLog(5);
  static final SampleLog ELEVEN = new SampleLog(11);

  private static final String LAST = "last";
  private static final String REQUEST = "request";
  private static final long EARLIER = TestKey.TIME - 60;

  @Override
  public String name() {
    return "witness";
  }

  @Override
  public String judge(Vector vector, Suite suite) throws IOException {
    String origin = vector.text("origin");
    InMemoryWitnessState state = new InMemoryWitnessState();
    Optional<SignedNote> last =
        vector.has(LAST) ? Optional.of(note(vector.text(LAST))) : Optional.empty();
    last.ifPresent(note -> state.replace(origin, Optional.empty(), note));
    Witness witness =
        new Witness(
            key(vector).cosigner(),
            List.of(new WitnessedLog(origin, Policy.vkeys(vector, "log-key"))),
            state);
    WitnessAnswer answer =
        witness.add(vector.bytes(REQUEST), Instant.ofEpochSecond(vector.number("time")));
    assertThat(answer.reason()).isNotBlank();
    assertThat(answer.status())
        .isEqualTo(vector.expect().equals(Vector.OK) ? 200 : Integer.parseInt(vector.expect()));
    Optional<SignedNote> kept = witness.last(Witness.originHash(origin));
    if (answer instanceof WitnessAnswer.Cosigned cosigned) {
      assertThat(new String(Cosignatures.write(cosigned.lines()), UTF_8))
          .isEqualTo(vector.text("answer"));
      assertThat(kept).contains(note(vector.text("kept")));
      assertThat(written(vector.bytes(REQUEST))).isEqualTo(vector.bytes(REQUEST));
      return Vector.OK;
    }
    assertThat(kept).isEqualTo(last);
    if (answer instanceof WitnessAnswer.OtherSize other) {
      assertThat(Cosignatures.writeSize(other.size())).isEqualTo(vector.bytes("answer"));
      assertThat(Cosignatures.SIZE_TYPE).isEqualTo(vector.text("answer-type"));
    }
    return Integer.toString(answer.status());
  }

  /** A good request, read and written again. */
  private static byte[] written(byte[] request) {
    try {
      return AddCheckpoint.parse(request).bytes();
    } catch (NoteException e) {
      throw new AssertionError(e);
    }
  }

  private static TestKey key(Vector vector) {
    return Stream.of(TestKey.WITNESS, TestKey.WITNESS_ML_DSA)
        .filter(key -> key.vkey().toString().equals(vector.text("witness")))
        .findFirst()
        .orElseThrow();
  }

  private static SignedNote note(String text) {
    try {
      return SignedNote.parse(text.getBytes(UTF_8));
    } catch (NoteException e) {
      throw new AssertionError(e);
    }
  }

  /** The note that a witness keeps which cosigned {@code log} a minute ago. */
  static String cosigned(SampleLog log) {
    return log.checkpoint() + TestKey.WITNESS.cosignature(log.text(), EARLIER);
  }

  /** A body of a request. */
  static String request(long old, List<?> proof, String note) {
    StringBuilder body = new StringBuilder("old " + old + "\n");
    proof.forEach(line -> body.append(line).append('\n'));
    return body.append('\n').append(note).toString();
  }

  /** The proof of {@code log} from {@code size} on, as lines. */
  static List<String> growth(SampleLog log, long size) throws IOException {
    return log.growth(size).stream().map(hash -> hash.base64()).toList();
  }

  /** {@code vector} of a witness that knows {@code keys} and keeps {@code last}, if anything. */
  static Vector asked(
      Vector vector, TestKey witness, List<TestKey> keys, String last, byte[] request) {
    Vector asked =
        vector
            .with("origin", TestKey.ORIGIN)
            .withAll("log-key", keys.stream().map(TestKey::vkey).toList())
            .with("witness", witness.vkey().toString())
            .with("time", TestKey.TIME);
    return (last.isEmpty() ? asked : asked.with(LAST, last)).with(REQUEST, request);
  }

  @Override
  public void make(Suite suite) throws IOException {
    new WitnessGrowth(suite).make();
    new WitnessRefusals(suite).make();
  }
}

package org.safehand.custody.witness;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.safehand.custody.digest.Digest;
import org.safehand.custody.note.Checkpoint;
import org.safehand.custody.note.CosignerKey;
import org.safehand.custody.note.LogKey;
import org.safehand.custody.note.NoteException;
import org.safehand.custody.note.NoteFault;
import org.safehand.custody.note.SignedNote;

class CosignaturesTest {
  private static final SecureRandom RANDOM = new SecureRandom();
  private static final Instant TIME = Instant.parse("2026-11-27T04:00:00Z");
  private static final CosignerKey KEY = CosignerKey.generateEd25519("w.example", RANDOM);
  private static final CosignerKey OTHER = CosignerKey.generateEd25519("w.example", RANDOM);
  private static final Checkpoint CHECKPOINT = new Checkpoint("example.org/log", 5, Digest.of());
  private static final SignedNote NOTE =
      LogKey.generate("example.org/log", RANDOM).sign(CHECKPOINT);

  private static String line(CosignerKey key, Checkpoint checkpoint, Instant time) {
    try {
      return key.cosign(checkpoint, time).line() + "\n";
    } catch (NoteException e) {
      throw new AssertionError(e);
    }
  }

  static Stream<Arguments> refused() {
    String good = line(KEY, CHECKPOINT, TIME);
    Checkpoint larger = new Checkpoint("example.org/log", 6, Digest.of());
    return Stream.of(
        arguments("nothing", "", NoteFault.MALFORMED),
        arguments("no newline", good.strip(), NoteFault.MALFORMED),
        arguments("an empty line", good + "\n", NoteFault.MALFORMED),
        arguments("a line that is none", "x\n" + good, NoteFault.MALFORMED),
        arguments("the line twice", good + good, NoteFault.MALFORMED),
        arguments("no time", line(KEY, CHECKPOINT, Instant.EPOCH), NoteFault.MALFORMED),
        arguments("too long", good.repeat(300), NoteFault.MALFORMED),
        arguments("another key", line(OTHER, CHECKPOINT, TIME), NoteFault.UNSIGNED),
        arguments("another size", line(KEY, larger, TIME), NoteFault.BAD_SIGNATURE));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("refused")
  void answer_withoutOneGoodLine_refused(String what, String body, NoteFault fault) {
    assertThatThrownBy(() -> Cosignatures.read(body.getBytes(UTF_8), NOTE, KEY.verifierKey()))
        .as(what)
        .isInstanceOfSatisfying(NoteException.class, e -> assertThat(e.fault()).isEqualTo(fault));
  }

  @Test
  void answer_atItsLimit_isRead() throws Exception {
    String good = line(KEY, CHECKPOINT, TIME);
    StringBuilder answer = new StringBuilder(good);
    int spare = Cosignatures.MAX_LENGTH - good.getBytes(UTF_8).length;
    while (spare > 0) {
      int next = spare >= 400 ? 200 : spare;
      answer.append(foreign(next));
      spare -= next;
    }
    byte[] body = answer.toString().getBytes(UTF_8);
    assertThat(body).hasSize(Cosignatures.MAX_LENGTH);
    assertThat(Cosignatures.read(body, NOTE, KEY.verifierKey()).line() + "\n").isEqualTo(good);
    byte[] more = answer.toString().replace("\u2014 xx", "\u2014 xxx").getBytes(UTF_8);
    assertThatThrownBy(() -> Cosignatures.read(more, NOTE, KEY.verifierKey()))
        .isInstanceOf(NoteException.class);
  }

  /** A line of somebody else, of so many bytes with its newline. */
  private static String foreign(int length) throws NoteException {
    String shortest = line(CosignerKey.generateEd25519("x", RANDOM), CHECKPOINT, TIME);
    String name = "x".repeat(length - shortest.getBytes(UTF_8).length + 1);
    return line(CosignerKey.generateEd25519(name, RANDOM), CHECKPOINT, TIME);
  }

  @Test
  void answer_withForeignLines_givesTheKnownOne() throws Exception {
    String body = line(OTHER, CHECKPOINT, TIME) + line(KEY, CHECKPOINT, TIME);
    assertThat(Cosignatures.read(body.getBytes(UTF_8), NOTE, KEY.verifierKey()))
        .isEqualTo(KEY.cosign(CHECKPOINT, TIME));
  }

  @Test
  void size_inItsOneSpelling_isRead() {
    assertThat(Cosignatures.readSize(Cosignatures.writeSize(0))).hasValue(0);
    assertThat(Cosignatures.readSize(Cosignatures.writeSize(20852163))).hasValue(20852163);
    for (String wrong :
        new String[] {"", "5", "05\n", "-1\n", "5\n\n", " 5\n", "99999999999999999999\n"}) {
      assertThat(Cosignatures.readSize(wrong.getBytes(UTF_8))).as(wrong).isEmpty();
    }
  }
}

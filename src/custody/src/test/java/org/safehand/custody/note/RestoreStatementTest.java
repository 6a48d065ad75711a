package org.safehand.custody.note;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.SecureRandom;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.safehand.custody.digest.Digest;

class RestoreStatementTest {
  private static final String ORIGIN = "example.org/log";
  private static final Digest ROOT = Digest.of(new byte[] {1});
  private static final Digest LEAVES = Digest.of(new byte[] {2});
  private static final Instant TIME = Instant.parse("2026-11-24T03:51:59.123456Z");

  private final LogKey key = LogKey.generate(ORIGIN, new SecureRandom());
  private final RestoreStatement statement =
      new RestoreStatement(ORIGIN, 300, 710, ROOT, 403, LEAVES, TIME);

  @Test
  void statement_isEightLinesAndReadsBack() throws NoteException {
    assertThat(statement.text())
        .isEqualTo(
            "safehand.org/custody/restore/v1\nexample.org/log\n300\n710\n"
                + ROOT.base64()
                + "\n403\n"
                + LEAVES.base64()
                + "\n2026-11-24T03:51:59.123Z\n");
    SignedNote note = SignedNote.parse(key.sign(statement).bytes());
    assertThat(RestoreStatement.of(note)).isEqualTo(statement);
    assertThat(key.verifierKey().verifies(note, note.signatures().get(0))).isTrue();
  }

  @Test
  void statementAndCheckpoint_areNeverTheSameText() {
    assertThatThrownBy(() -> Checkpoint.of(key.sign(statement))).isInstanceOf(NoteException.class);
    SignedNote checkpoint = key.sign(new Checkpoint(ORIGIN, 710, ROOT));
    assertThatThrownBy(() -> RestoreStatement.of(checkpoint)).isInstanceOf(NoteException.class);
  }

  @ParameterizedTest
  @CsvSource({
    "restore/v1, restore/v2",
    "'\\n300\\n', '\\n0300\\n'",
    "'\\n300\\n', '\\n-3\\n'",
    "'\\n300\\n', '\\n710\\n'",
    "'\\n403\\n', '\\n411\\n'",
    "'\\n403\\n', '\\n'",
    "'=\\n403', '\\n403'",
    ".123Z, Z",
    "11-24T, 13-24T",
    "'Z\\n', 'Z\\nmore\\n'",
    "'restore/v1\\nexample.org', 'restore/v1\\nexample org'"
  })
  void text_oneCharacterFromAGoodOne_refused(String good, String bad) throws NoteException {
    String note = key.sign(statement).toString();
    String forged = note.replace(good.replace("\\n", "\n"), bad.replace("\\n", "\n"));
    assertThat(forged).isNotEqualTo(note);
    SignedNote parsed = SignedNote.parse(forged.getBytes(UTF_8));
    assertThatThrownBy(() -> RestoreStatement.of(parsed))
        .isInstanceOfSatisfying(
            NoteException.class, e -> assertThat(e.fault()).isEqualTo(NoteFault.MALFORMED));
  }

  @Test
  void impossibleNumbers_refused() {
    for (long[] numbers : new long[][] {{-1, 5, 0}, {5, 5, 0}, {3, 5, 3}, {3, 5, -1}}) {
      assertThatThrownBy(
              () ->
                  new RestoreStatement(
                      ORIGIN, numbers[0], numbers[1], ROOT, numbers[2], LEAVES, TIME))
          .isInstanceOf(IllegalArgumentException.class);
    }
    assertThat(new RestoreStatement(ORIGIN, 0, 2, ROOT, 2, LEAVES, TIME).lost()).isEqualTo(2);
  }
}

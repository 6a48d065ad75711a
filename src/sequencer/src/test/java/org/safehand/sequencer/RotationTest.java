package org.safehand.sequencer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.safehand.custody.log.LogException;
import org.safehand.custody.note.Checkpoint;
import org.safehand.custody.note.CosignerKey;
import org.safehand.custody.note.LogKey;
import org.safehand.custody.note.SignedNote;
import org.safehand.custody.note.VerifierKey;
import org.safehand.custody.trust.LogTrust;
import org.safehand.sequencer.fault.SequencerException;

/** The keys of the log: a second one beside the first, and one after another. */
class RotationTest {
  private static final SecureRandom RANDOM = new SecureRandom();

  private final CosignerKey postQuantum = CosignerKey.generateMlDsa44(TestLog.ORIGIN, RANDOM);
  private final LogKey next = LogKey.generate(TestLog.ORIGIN, RANDOM);
  private final TestLog log;
  private final LogKey first;

  RotationTest(@TempDir Path temp) throws SQLException, IOException {
    log = new TestLog(temp);
    first = log.logKey();
  }

  private static LogTrust trust(VerifierKey... keys) {
    return new LogTrust(TestLog.ORIGIN, List.of(keys), List.of(), 0);
  }

  @Test
  void postQuantumKey_everyCheckpointHasBothLines() throws Exception {
    log.usePostQuantumKey(postQuantum);
    assertThat(log.grow(3)).isEqualTo(3);
    LogTrust both = trust(first.verifierKey(), postQuantum.verifierKey());
    for (SignedNote note :
        List.of(
            log.headFile(),
            log.note("log_checkpoint", 0).orElseThrow(),
            log.note("log_checkpoint", 3).orElseThrow(),
            log.note("log_witnessed", 3).orElseThrow())) {
      assertThat(note.signatures()).hasSize(2);
      assertThat(first.verifierKey().claims(note.signatures().get(0))).isTrue();
      assertThat(both.verify(note).origin()).isEqualTo(TestLog.ORIGIN);
    }
    Path export = log.export("log_witnessed", 3, "export");
    assertThat(TestLog.verify(export, both).checkpoint().size()).isEqualTo(3);
    assertThat(log.run()).isEqualTo(3);
  }

  @Test
  void postQuantumKey_addedLater_signsFromTheNextGrowthOn() throws Exception {
    log.grow(3);
    log.usePostQuantumKey(postQuantum);
    assertThat(log.run()).isEqualTo(3);
    assertThat(log.headFile().signatures()).hasSize(1);
    log.grow(1);
    assertThat(log.headFile().signatures()).hasSize(2);
  }

  @Test
  void headFile_withAPostQuantumLineThatDoesNotHold_refused() throws Exception {
    log.usePostQuantumKey(postQuantum);
    log.grow(3);
    SignedNote head = log.headFile();
    Checkpoint other = new Checkpoint(TestLog.ORIGIN, 2, Checkpoint.of(head).root());
    SignedNote forged =
        head.withOnly(List.of(head.signatures().get(0), postQuantum.cosign(other, Instant.now())));
    Files.write(log.head(), forged.bytes());
    assertThatThrownBy(log::run).hasMessageStartingWith("sequencer-head-file: ");
  }

  @Test
  void rotation_oldNoteStandsUntilTheNextGrowthAndBothVerify() throws Exception {
    log.grow(300);
    Path before = log.export("log_witnessed", 300, "before");
    log.useLogKey(next);
    log.retire(first.verifierKey());
    assertThat(log.run()).isEqualTo(300);
    assertThat(signer(log.headFile())).isEqualTo(first.verifierKey());
    assertThat(log.grow(5)).isEqualTo(305);
    assertThat(signer(log.headFile())).isEqualTo(next.verifierKey());
    Path after = log.export("log_witnessed", 305, "after");

    LogTrust both = trust(next.verifierKey(), first.verifierKey());
    assertThat(TestLog.verify(before, both).checkpoint().size()).isEqualTo(300);
    assertThat(TestLog.verify(after, both).checkpoint().size()).isEqualTo(305);
    assertThatThrownBy(() -> TestLog.verify(after, trust(first.verifierKey())))
        .isInstanceOf(LogException.class)
        .hasMessageStartingWith("log-checkpoint-unknown-signer");
  }

  private VerifierKey signer(SignedNote note) {
    return List.of(first.verifierKey(), next.verifierKey()).stream()
        .filter(key -> key.verifies(note, note.signatures().get(0)))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void rotation_ofBothKeys_oldOnesMustBeListed() throws Exception {
    log.usePostQuantumKey(postQuantum);
    log.grow(3);
    log.useLogKey(next);
    log.usePostQuantumKey(CosignerKey.generateMlDsa44(TestLog.ORIGIN, RANDOM));
    assertThatThrownBy(log::run).hasMessageStartingWith("sequencer-head-file: ");
    log.retire(postQuantum.verifierKey());
    assertThatThrownBy(log::run)
        .as("the post-quantum line alone is no checkpoint of tlog-tiles")
        .hasMessageStartingWith("sequencer-head-file: ");
    log.retire(postQuantum.verifierKey(), first.verifierKey());
    assertThat(log.grow(1)).isEqualTo(4);
  }

  @Test
  void database_signedByAKeyThatIsNotListed_refused() throws Exception {
    log.grow(3);
    SignedNote head = log.headFile();
    log.useLogKey(next);
    Files.write(log.head(), next.sign(Checkpoint.of(head)).bytes());
    assertThatThrownBy(log::run).hasMessageStartingWith("sequencer-database-different: ");
  }

  @Test
  void keyFiles_thatAreNotOfTheLog_refused() throws Exception {
    log.usePostQuantumKey(CosignerKey.generateMlDsa44("example.org/other", RANDOM));
    assertSettings();
    log.usePostQuantumKey(CosignerKey.generateEd25519(TestLog.ORIGIN, RANDOM));
    assertSettings();
    log.usePostQuantumKey(postQuantum);
    log.retire(first.verifierKey());
    assertSettings();
    log.retire(CosignerKey.generateEd25519(TestLog.ORIGIN, RANDOM).verifierKey());
    assertSettings();
    log.retire(next.verifierKey());
    assertThat(log.settings().signers().origin()).isEqualTo(TestLog.ORIGIN);
  }

  private void assertSettings() {
    assertThatThrownBy(log::settings)
        .isInstanceOf(SequencerException.class)
        .hasMessageStartingWith("sequencer-settings: ");
  }
}

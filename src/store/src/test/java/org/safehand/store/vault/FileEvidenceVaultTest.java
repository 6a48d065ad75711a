package org.safehand.store.vault;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.safehand.packaging.segment.SealedSegment;
import org.safehand.referral.id.SegmentId;
import org.safehand.store.fault.StoreCode;
import org.safehand.store.fault.StoreException;
import org.safehand.store.sample.Samples;

class FileEvidenceVaultTest {
  private static final byte[] PLAIN = "CANARY-PLAINTEXT".repeat(100_000).getBytes(UTF_8);

  private final Path root;
  private final FileEvidenceVault vault;
  private final SegmentId id = Samples.IDS.segment();

  FileEvidenceVaultTest(@TempDir Path root) {
    this.root = root;
    this.vault = FileEvidenceVault.in(root, Clock.systemUTC());
  }

  @Test
  void open_ofAStoredSegment_givesExactlyItsCiphertext() throws IOException {
    SealedSegment segment = Samples.segment(PLAIN);

    vault.store(id, segment);

    try (var in = vault.open(id)) {
      assertThat(ByteBuffer.wrap(in.readAllBytes())).isEqualTo(segment.ciphertext());
    }
  }

  @Test
  void store_always_leavesNoPlaintextOnDisk() throws IOException {
    vault.store(id, Samples.segment(PLAIN));

    try (Stream<Path> files = Files.walk(root).filter(Files::isRegularFile)) {
      assertThat(files)
          .singleElement()
          .satisfies(
              file ->
                  assertThat(new String(Files.readAllBytes(file), UTF_8)).doesNotContain("CANARY"));
    }
  }

  @Test
  void store_underAnIdThatIsTaken_isRefused() throws IOException {
    vault.store(id, Samples.segment(PLAIN));

    assertThatThrownBy(() -> vault.store(id, Samples.segment(PLAIN)))
        .isInstanceOf(IOException.class);
  }

  @Test
  void open_ofADiscardedSegment_isRefused() throws IOException {
    vault.store(id, Samples.segment(PLAIN));
    vault.discard(id);
    vault.discard(id);

    assertThatThrownBy(() -> vault.open(id)).isInstanceOf(NoSuchFileException.class);
  }

  @Test
  void skip_inAStoredSegment_isASeek() throws IOException {
    vault.store(id, Samples.segment(PLAIN));

    try (var in = vault.open(id)) {
      in.skipNBytes(PLAIN.length - 1);
      assertThat(in.readAllBytes()).hasSize(1);
    }
  }

  @Test
  void vault_whereAFileStands_isUnavailable() throws IOException {
    Path file = Files.writeString(root.resolve("file"), "x");

    assertThatThrownBy(() -> FileEvidenceVault.in(file, Clock.systemUTC()))
        .isInstanceOfSatisfying(
            StoreException.class, e -> assertThat(e.code()).isEqualTo(StoreCode.VAULT_UNAVAILABLE));
  }
}

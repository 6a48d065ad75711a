package org.safehand.referral.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.io.UncheckedIOException;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalLong;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.safehand.custody.digest.Digest;
import org.safehand.packaging.segment.SegmentCipher;
import org.safehand.packaging.segment.SegmentFacts;
import org.safehand.referral.exhibit.SegmentPlace;
import org.safehand.referral.exhibit.StoredSegment;
import org.safehand.referral.id.CaseId;
import org.safehand.referral.id.Ids;
import org.safehand.referral.port.memory.InMemoryCaseKeys;
import org.safehand.referral.port.memory.InMemoryUnitOfWork;
import org.safehand.referral.port.memory.InMemoryVault;
import org.safehand.referral.refusal.Outcome;
import org.safehand.referral.refusal.RefusalCode;

/** With a thread beside that encrypts: nothing is mixed up, and nothing stays of what failed. */
class SegmentStoreTest {
  private static final byte[] CONTENT = new byte[3 * SegmentFacts.MAX_BYTES + 5];

  static {
    new Random(3).nextBytes(CONTENT);
  }

  private final ExecutorService helper = Executors.newSingleThreadExecutor();
  private final InMemoryVault vault = new InMemoryVault();
  private final InMemoryUnitOfWork unit = new InMemoryUnitOfWork();
  private final InMemoryCaseKeys keys = new InMemoryCaseKeys(unit);
  private final Ids ids = new Ids(Clock.systemUTC(), new SecureRandom());
  private final CaseId caseId = ids.caseId();
  private final SegmentStore store =
      new SegmentStore(
          new SegmentBuffers(1),
          new SegmentCipher(new SecureRandom()),
          vault,
          keys,
          ids,
          CONTENT.length,
          helper);

  @BeforeEach
  void caseHasAKey() {
    unit.run(
        () -> {
          keys.create(caseId);
          return caseId;
        });
  }

  @AfterEach
  void end() {
    helper.shutdownNow();
  }

  @Test
  void store_severalSegments_eachDecryptsToItsPlace() throws Exception {
    StoredStream stored = store(new ByteArrayInputStream(CONTENT)).fold(found -> found, no -> null);

    assertThat(stored.segments()).hasSize(4);
    for (int i = 0; i < 4; i++) {
      int start = i * SegmentFacts.MAX_BYTES;
      byte[] expected =
          Arrays.copyOfRange(
              CONTENT, start, Math.min(CONTENT.length, start + SegmentFacts.MAX_BYTES));
      assertThat(Digest.of(plaintext(stored, i))).isEqualTo(Digest.of(expected));
    }
  }

  @Test
  void store_vaultFailsWhileTheNextIsRead_throwsAndNothingStays() {
    for (int room = 0; room < 4; room++) {
      vault.failAfter(room);

      assertThatThrownBy(() -> store(new ByteArrayInputStream(CONTENT)))
          .isInstanceOf(UncheckedIOException.class);
      assertThat(vault.size()).isZero();
    }
  }

  @Test
  void store_connectionBreaks_isRefusedAndNothingStays() {
    InputStream broken =
        new SequenceInputStream(
            new ByteArrayInputStream(CONTENT, 0, 2 * SegmentFacts.MAX_BYTES + 1), new Broken());

    assertThat(refusal(store(broken))).containsExactly(RefusalCode.EXHIBIT_TRUNCATED);
    assertThat(vault.size()).isZero();
  }

  @Test
  void store_moreThanIsTaken_isRefusedAndNothingStays() {
    InputStream longer =
        new SequenceInputStream(
            new ByteArrayInputStream(CONTENT), new ByteArrayInputStream(new byte[1]));

    assertThat(refusal(store(longer))).containsExactly(RefusalCode.EXHIBIT_TOO_LARGE);
    assertThat(vault.size()).isZero();
  }

  private Outcome<StoredStream> store(InputStream in) {
    return store.store(
        caseId, in, new StreamCheck(OptionalLong.of(CONTENT.length), Digest.of(CONTENT)));
  }

  private byte[] plaintext(StoredStream stored, int index) throws Exception {
    StoredSegment segment = stored.segments().get(index);
    SegmentFacts facts = segment.facts();
    byte[] sealed = new byte[facts.bytes() + 16];
    try (InputStream in = vault.open(segment.id())) {
      in.readNBytes(sealed, 0, facts.bytes());
    }
    byte[] plaintext = new byte[facts.bytes()];
    SegmentCipher.open(
        keys.unwrap(new SegmentPlace(caseId, stored.exhibit(), index), segment.key()),
        facts.nonce(),
        facts.tag(),
        sealed,
        facts.bytes(),
        plaintext);
    return plaintext;
  }

  private static List<RefusalCode> refusal(Outcome<StoredStream> outcome) {
    List<RefusalCode> codes = new ArrayList<>();
    outcome.fold(
        stored -> stored,
        refusal -> {
          codes.add(refusal.code());
          return null;
        });
    return codes;
  }

  private static final class Broken extends InputStream {
    @Override
    public int read() throws IOException {
      throw new IOException("planted: the connection broke");
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
      return read();
    }
  }
}

package org.safehand.referral.stream;

import java.io.InputStream;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.OptionalLong;
import java.util.concurrent.Executor;
import org.safehand.custody.digest.Digest;
import org.safehand.packaging.segment.SegmentCipher;
import org.safehand.packaging.segment.SegmentFacts;
import org.safehand.packaging.segment.Tag;
import org.safehand.referral.exhibit.SegmentPlace;
import org.safehand.referral.exhibit.StoredSegment;
import org.safehand.referral.id.CaseId;
import org.safehand.referral.id.Ids;
import org.safehand.referral.port.memory.InMemoryCaseKeys;
import org.safehand.referral.port.memory.InMemoryUnitOfWork;
import org.safehand.referral.port.memory.InMemoryVault;
import org.safehand.referral.refusal.Outcome;

/** The intake of one case into memory, and what was taken in as plaintext again. */
final class SampleIntake {
  private final InMemoryVault vault = new InMemoryVault();
  private final InMemoryCaseKeys keys;
  private final CaseId caseId;
  private final SegmentStore store;

  SampleIntake(SegmentBuffers buffers, long maxBytes, Executor helper) {
    this(buffers, maxBytes, helper, Clock.systemUTC());
  }

  /** One by whose {@code clock} it is seen how fast bytes come. */
  SampleIntake(SegmentBuffers buffers, long maxBytes, Executor helper, Clock clock) {
    Ids ids = new Ids(Clock.systemUTC(), new SecureRandom());
    InMemoryUnitOfWork unit = new InMemoryUnitOfWork();
    this.caseId = ids.caseId();
    this.keys = new InMemoryCaseKeys(unit);
    unit.run(
        () -> {
          keys.create(caseId);
          return caseId;
        });
    this.store =
        new SegmentStore(
            buffers,
            new SegmentCipher(new SecureRandom()),
            vault,
            keys,
            ids,
            () -> maxBytes,
            helper,
            clock);
  }

  InMemoryVault vault() {
    return vault;
  }

  /** Stores {@code in}, which is declared to be {@code declared}. */
  Outcome<StoredStream> store(InputStream in, byte[] declared) {
    return store.store(
        caseId, in, new StreamCheck(OptionalLong.of(declared.length), Digest.of(declared)));
  }

  /** What the segment {@code index} of {@code stored} decrypts to. */
  byte[] plaintext(StoredStream stored, int index) throws Exception {
    StoredSegment segment = stored.segments().get(index);
    SegmentFacts facts = segment.facts();
    byte[] sealed = new byte[facts.bytes() + Tag.LENGTH];
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
}

package org.safehand.referral.stream;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.function.LongSupplier;
import org.safehand.packaging.segment.ExhibitDigest;
import org.safehand.packaging.segment.ExhibitDigests;
import org.safehand.packaging.segment.SegmentCipher;
import org.safehand.packaging.segment.SegmentFacts;
import org.safehand.referral.exhibit.StoredSegment;
import org.safehand.referral.id.CaseId;
import org.safehand.referral.id.ExhibitId;
import org.safehand.referral.id.Ids;
import org.safehand.referral.port.CaseKeys;
import org.safehand.referral.port.EvidenceVault;
import org.safehand.referral.refusal.Outcome;
import org.safehand.referral.refusal.RefusalCode;

/**
 * Stores a stream of plaintext as encrypted segments. Each segment has a fresh key, which is
 * wrapped at once; the plaintext is in memory only, two segments at a time, and never reaches a
 * disk.
 */
public final class SegmentStore {
  private final SegmentBuffers buffers;
  private final SegmentCipher cipher;
  private final EvidenceVault vault;
  private final CaseKeys keys;
  private final Ids ids;
  private final LongSupplier largest;
  private final Executor helpers;
  private final Clock clock;

  /**
   * Takes streams of up to as many bytes as {@code largest} says when one begins. While a segment
   * is read and hashed, {@code helpers} encrypts and stores the one before. How fast they come is
   * seen by {@code clock}.
   */
  public SegmentStore(
      SegmentBuffers buffers,
      SegmentCipher cipher,
      EvidenceVault vault,
      CaseKeys keys,
      Ids ids,
      LongSupplier largest,
      Executor helpers,
      Clock clock) {
    this.buffers = requireNonNull(buffers, "buffers is null");
    this.cipher = requireNonNull(cipher, "cipher is null");
    this.vault = requireNonNull(vault, "vault is null");
    this.keys = requireNonNull(keys, "keys is null");
    this.ids = requireNonNull(ids, "ids is null");
    this.largest = requireNonNull(largest, "largest is null");
    this.helpers = requireNonNull(helpers, "helpers is null");
    this.clock = requireNonNull(clock, "clock is null");
  }

  /**
   * Stores everything that {@code in} gives; it is not closed. When this refuses or throws, nothing
   * stays stored.
   *
   * @throws UncheckedIOException if the vault failed
   */
  public Outcome<StoredStream> store(CaseId caseId, InputStream in, StreamCheck check) {
    ExhibitId exhibit = ids.exhibit();
    SegmentWriter writer = new SegmentWriter(caseId, exhibit, cipher, vault, keys, ids, helpers);
    return buffers.lend((first, second) -> store(exhibit, in, writer, check, first, second));
  }

  private Outcome<StoredStream> store(
      ExhibitId exhibit,
      InputStream in,
      SegmentWriter writer,
      StreamCheck check,
      byte[] first,
      byte[] second) {
    boolean kept = false;
    try {
      Outcome<StoredStream> outcome =
          read(in, writer, first, second)
              .then(check::judge)
              .map(digest -> new StoredStream(exhibit, writer.finish(), digest));
      kept = outcome.fold(stored -> true, refusal -> false);
      return outcome;
    } catch (StreamFaultException e) {
      return e.getCause() instanceof TooSlowException
          ? Outcome.refused(
              RefusalCode.EXHIBIT_TOO_SLOW,
              "an exhibit comes with at least " + Pace.MIN_BYTES_A_SECOND + " bytes a second")
          : Outcome.refused(
              RefusalCode.EXHIBIT_TRUNCATED, "the connection broke off before the exhibit's end");
    } finally {
      if (!kept) {
        // also waits until the buffers are no longer read
        writer.discard();
      }
    }
  }

  /** Removes what was stored. What cannot be removed now is named by no row, and swept later. */
  public void discard(List<StoredSegment> segments) {
    segments.forEach(segment -> SegmentWriter.discard(vault, segment.id()));
  }

  private Outcome<ExhibitDigest> read(
      InputStream in, SegmentWriter writer, byte[] first, byte[] second) {
    long maxBytes = largest.getAsLong();
    ExhibitDigests digests = new ExhibitDigests();
    Pace pace = new Pace(clock);
    byte[] buffer = first;
    int n;
    do {
      n = fill(in, buffer, digests, pace);
      if (digests.size() > maxBytes) {
        return Outcome.refused(
            RefusalCode.EXHIBIT_TOO_LARGE, "an exhibit has at most " + maxBytes + " bytes");
      }
      if (n > 0 || writer.isEmpty()) {
        writer.put(buffer, n);
      }
      buffer = buffer == first ? second : first;
    } while (n == SegmentFacts.MAX_BYTES);
    return Outcome.done(digests.finish());
  }

  private static int fill(InputStream in, byte[] buffer, ExhibitDigests digests, Pace pace) {
    int filled = 0;
    try {
      // hashed in small steps while the bytes are in the processor's cache
      for (int n = 0; n != -1 && filled < SegmentFacts.MAX_BYTES; ) {
        Instant begun = pace.begin();
        n = in.read(buffer, filled, Math.min(64 * 1024, SegmentFacts.MAX_BYTES - filled));
        pace.passed(begun, Math.max(n, 0));
        if (n > 0) {
          digests.update(buffer, filled, n);
          filled += n;
        }
      }
    } catch (IOException e) {
      throw new StreamFaultException(e);
    }
    return filled;
  }
}

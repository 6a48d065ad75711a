package org.safehand.referral.stream;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.safehand.packaging.segment.ExhibitDigests;
import org.safehand.packaging.segment.SealedSegment;
import org.safehand.packaging.segment.SegmentCipher;
import org.safehand.referral.exhibit.SegmentPlace;
import org.safehand.referral.exhibit.StoredSegment;
import org.safehand.referral.id.CaseId;
import org.safehand.referral.id.ExhibitId;
import org.safehand.referral.id.Ids;
import org.safehand.referral.id.SegmentId;
import org.safehand.referral.port.CaseKeys;
import org.safehand.referral.port.EvidenceVault;
import org.safehand.referral.refusal.Outcome;
import org.safehand.referral.refusal.RefusalCode;

/**
 * Stores a stream of plaintext as encrypted segments. Each segment has a fresh key, which is
 * wrapped at once; the plaintext is in memory only, one segment at a time, and never reaches a
 * disk.
 */
public final class SegmentStore {
  private final SegmentBuffers buffers;
  private final SegmentCipher cipher;
  private final EvidenceVault vault;
  private final CaseKeys keys;
  private final Ids ids;
  private final long maxBytes;

  /** Takes streams of up to {@code maxBytes} bytes. */
  public SegmentStore(
      SegmentBuffers buffers,
      SegmentCipher cipher,
      EvidenceVault vault,
      CaseKeys keys,
      Ids ids,
      long maxBytes) {
    this.buffers = requireNonNull(buffers, "buffers is null");
    this.cipher = requireNonNull(cipher, "cipher is null");
    this.vault = requireNonNull(vault, "vault is null");
    this.keys = requireNonNull(keys, "keys is null");
    this.ids = requireNonNull(ids, "ids is null");
    this.maxBytes = maxBytes;
  }

  /**
   * Stores everything that {@code in} gives; it is not closed. When this refuses or throws, nothing
   * stays stored.
   *
   * @throws UncheckedIOException if the vault failed
   */
  public Outcome<StoredStream> store(CaseId caseId, InputStream in, StreamCheck check) {
    ExhibitId exhibit = ids.exhibit();
    List<StoredSegment> segments = new ArrayList<>();
    Outcome<StoredStream> outcome = Outcome.refused(RefusalCode.EXHIBIT_TRUNCATED, "not read yet");
    boolean kept = false;
    try {
      outcome = buffers.lend(buffer -> read(caseId, exhibit, in, buffer, segments, check));
      kept = outcome.fold(stored -> true, refusal -> false);
    } catch (StreamFaultException e) {
      outcome =
          Outcome.refused(
              RefusalCode.EXHIBIT_TRUNCATED, "the connection broke off before the exhibit's end");
    } finally {
      if (!kept) {
        discard(segments);
      }
    }
    return outcome;
  }

  /** Removes what was stored. What cannot be removed now is named by no row, and swept later. */
  public void discard(List<StoredSegment> segments) {
    for (StoredSegment segment : segments) {
      discard(segment.id());
    }
  }

  private Outcome<StoredStream> read(
      CaseId caseId,
      ExhibitId exhibit,
      InputStream in,
      byte[] buffer,
      List<StoredSegment> segments,
      StreamCheck check) {
    ExhibitDigests digests = new ExhibitDigests();
    int n;
    do {
      n = fill(in, buffer, digests);
      if (digests.size() > maxBytes) {
        return Outcome.refused(
            RefusalCode.EXHIBIT_TOO_LARGE, "an exhibit has at most " + maxBytes + " bytes");
      }
      if (n > 0 || segments.isEmpty()) {
        segments.add(seal(new SegmentPlace(caseId, exhibit, segments.size()), buffer, n));
      }
    } while (n == buffer.length);
    return check.judge(digests.finish()).map(digest -> new StoredStream(exhibit, segments, digest));
  }

  private static int fill(InputStream in, byte[] buffer, ExhibitDigests digests) {
    int filled = 0;
    try {
      // hashed in small steps while the bytes are in the processor's cache
      for (int n = 0; n != -1 && filled < buffer.length; ) {
        n = in.read(buffer, filled, Math.min(64 * 1024, buffer.length - filled));
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

  private StoredSegment seal(SegmentPlace place, byte[] buffer, int length) {
    SealedSegment sealed = cipher.seal(buffer, length);
    SegmentId id = ids.segment();
    try {
      vault.store(id, sealed);
    } catch (IOException e) {
      throw new UncheckedIOException("the vault did not store a segment", e);
    }
    try {
      return new StoredSegment(id, sealed.facts(), keys.wrap(place, sealed.key()));
    } catch (RuntimeException e) {
      discard(id);
      throw e;
    }
  }

  private void discard(SegmentId id) {
    try {
      vault.discard(id);
    } catch (IOException e) {
      // ciphertext whose key is gone with this attempt: harmless, and the sweeper's
      return;
    }
  }
}

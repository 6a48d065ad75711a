package org.safehand.referral.stream;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javax.crypto.AEADBadTagException;
import org.safehand.custody.digest.Digest;
import org.safehand.packaging.segment.SegmentCipher;
import org.safehand.packaging.segment.SegmentFacts;
import org.safehand.referral.exhibit.Exhibit;
import org.safehand.referral.exhibit.StoredSegment;
import org.safehand.referral.fault.KeyUnavailableException;
import org.safehand.referral.id.CaseId;
import org.safehand.referral.port.CaseKeys;
import org.safehand.referral.port.EvidenceVault;
import org.safehand.referral.refusal.Done;
import org.safehand.referral.refusal.Outcome;
import org.safehand.referral.refusal.Refusal;
import org.safehand.referral.refusal.RefusalCode;

/**
 * Writes a stored exhibit in clear. Against someone who changes the vault: no byte of a segment
 * leaves before the whole segment was authenticated as the one of this place, and the last segment
 * leaves only when the whole exhibit has the SHA-256 that it was stored with. Plaintext is in
 * memory only, one segment of an exhibit at a time.
 */
public final class ClearReader {
  /** In small steps a server needs no second segment of memory for its connection. */
  private static final int STEP = 64 * 1024;

  private final SegmentBuffers buffers;
  private final EvidenceVault vault;
  private final CaseKeys keys;

  /** Reads from {@code vault}, unwraps with {@code keys}. */
  public ClearReader(SegmentBuffers buffers, EvidenceVault vault, CaseKeys keys) {
    this.buffers = requireNonNull(buffers, "buffers is null");
    this.vault = requireNonNull(vault, "vault is null");
    this.keys = requireNonNull(keys, "keys is null");
  }

  /** Whether there is room for one more exhibit to be read. */
  public Outcome<ClearReader> free() {
    return buffers.free().map(free -> this);
  }

  /**
   * Writes {@code exhibit} to {@code out}, which is flushed and not closed. Refused is what is not
   * there as it was stored, what there was no room for, and what {@code objection} is against;
   * {@code out} has then got the segments before that one, and never all of them.
   *
   * @param objection what is against handing out the next segment, asked before each
   * @throws IOException if {@code out} took no more
   */
  public Outcome<Exhibit> write(
      CaseId caseId, Exhibit exhibit, OutputStream out, Supplier<Optional<Refusal>> objection)
      throws IOException {
    MessageDigest sha256 = Digest.sha256();
    List<StoredSegment> segments = exhibit.segments();
    if (segments.isEmpty()) {
      return damaged(exhibit);
    }
    Outcome<Exhibit> written = Outcome.done(exhibit);
    for (int i = 0; i < segments.size() && written instanceof Done; i++) {
      Optional<Refusal> against = objection.get();
      written =
          against.isPresent()
              ? Outcome.refused(against.get())
              : write(caseId, exhibit, i, sha256, out);
    }
    if (written instanceof Done) {
      // what was refused before its first byte is still answered as a refusal
      out.flush();
    }
    return written;
  }

  private Outcome<Exhibit> write(
      CaseId caseId, Exhibit exhibit, int index, MessageDigest sha256, OutputStream out)
      throws IOException {
    int length = exhibit.segments().get(index).facts().bytes();
    boolean last = index == exhibit.segments().size() - 1;
    try {
      return buffers.lend(
          (ciphertext, clear) -> {
            if (!open(caseId, exhibit, index, ciphertext, clear)) {
              return damaged(exhibit);
            }
            sha256.update(clear, 0, length);
            if (last && !exhibit.digest().sha256().equals(Digest.ofBytes(sha256.digest()))) {
              return damaged(exhibit);
            }
            handOut(clear, length, out);
            return Outcome.done(exhibit);
          });
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  /** Whether the segment is there, and is the one that was stored at this place. */
  private boolean open(CaseId caseId, Exhibit exhibit, int index, byte[] ciphertext, byte[] clear) {
    StoredSegment segment = exhibit.segments().get(index);
    SegmentFacts facts = segment.facts();
    try (InputStream in = vault.open(segment.id())) {
      if (in.readNBytes(ciphertext, 0, facts.bytes()) != facts.bytes() || in.read() != -1) {
        return false;
      }
    } catch (IOException e) {
      return false;
    }
    try {
      SegmentCipher.open(
          keys.unwrap(exhibit.place(caseId, index), segment.key()),
          facts.nonce(),
          facts.tag(),
          ciphertext,
          facts.bytes(),
          clear);
      return true;
    } catch (AEADBadTagException | KeyUnavailableException e) {
      return false;
    }
  }

  private static void handOut(byte[] clear, int length, OutputStream out) {
    try {
      for (int at = 0; at < length; at += STEP) {
        out.write(clear, at, Math.min(STEP, length - at));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static <T> Outcome<T> damaged(Exhibit exhibit) {
    return Outcome.refused(
        RefusalCode.EVIDENCE_DAMAGED, "exhibit " + exhibit.label() + " is not what was stored");
  }
}

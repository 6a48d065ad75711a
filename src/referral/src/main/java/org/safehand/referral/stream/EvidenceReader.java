package org.safehand.referral.stream;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import org.safehand.custody.digest.Digest;
import org.safehand.packaging.pack.StoredExhibit;
import org.safehand.referral.exhibit.Exhibit;
import org.safehand.referral.exhibit.StoredSegment;
import org.safehand.referral.fault.KeyUnavailableException;
import org.safehand.referral.id.CaseId;
import org.safehand.referral.id.SegmentId;
import org.safehand.referral.port.CaseKeys;
import org.safehand.referral.port.EvidenceVault;
import org.safehand.referral.refusal.Outcome;
import org.safehand.referral.refusal.RefusalCode;

/** Prepares stored exhibits to be packaged: re-reads the ciphertext once, unwraps the keys. */
public final class EvidenceReader {
  private final EvidenceVault vault;
  private final CaseKeys keys;

  /** Reads from {@code vault}, unwraps with {@code keys}. */
  public EvidenceReader(EvidenceVault vault, CaseKeys keys) {
    this.vault = requireNonNull(vault, "vault is null");
    this.keys = requireNonNull(keys, "keys is null");
  }

  /** The exhibits with their keys, if every segment is what was stored. Reads all of it. */
  public Outcome<List<StoredExhibit>> open(CaseId caseId, List<Exhibit> exhibits) {
    try {
      List<StoredExhibit> opened = new ArrayList<>();
      for (Exhibit exhibit : exhibits) {
        if (!isUnchanged(exhibit)) {
          return damaged(exhibit, "is not what was stored");
        }
        opened.add(open(caseId, exhibit));
      }
      return Outcome.done(opened);
    } catch (KeyUnavailableException e) {
      return Outcome.refused(RefusalCode.EVIDENCE_DAMAGED, "a key of the case is not there");
    }
  }

  private StoredExhibit open(CaseId caseId, Exhibit exhibit) {
    List<StoredExhibit.StoredSegment> segments = new ArrayList<>();
    for (int i = 0; i < exhibit.segments().size(); i++) {
      StoredSegment segment = exhibit.segments().get(i);
      segments.add(
          new StoredExhibit.StoredSegment(
              segment.id().toString(),
              segment.facts(),
              keys.unwrap(exhibit.place(caseId, i), segment.key())));
    }
    return new StoredExhibit(exhibit.number(), segments);
  }

  private boolean isUnchanged(Exhibit exhibit) {
    for (StoredSegment segment : exhibit.segments()) {
      if (!isUnchanged(segment.id(), segment.facts().ciphertextSha256())) {
        return false;
      }
    }
    return true;
  }

  private boolean isUnchanged(SegmentId id, Digest expected) {
    try (InputStream in = vault.open(id)) {
      return Digest.of(in).equals(expected);
    } catch (IOException e) {
      return false;
    }
  }

  private static <T> Outcome<T> damaged(Exhibit exhibit, String how) {
    return Outcome.refused(RefusalCode.EVIDENCE_DAMAGED, "exhibit " + exhibit.label() + " " + how);
  }
}

package org.safehand.referral.stream;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;
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

/**
 * Encrypts and stores the segments of one stream, one at a time, while the next one is read. One
 * use, by one thread.
 */
final class SegmentWriter {
  private final CaseId caseId;
  private final ExhibitId exhibit;
  private final SegmentCipher cipher;
  private final EvidenceVault vault;
  private final CaseKeys keys;
  private final Ids ids;
  private final Executor helpers;
  private final List<StoredSegment> stored = new ArrayList<>();
  private @Nullable CompletableFuture<Ciphertext> behind;

  SegmentWriter(
      CaseId caseId,
      ExhibitId exhibit,
      SegmentCipher cipher,
      EvidenceVault vault,
      CaseKeys keys,
      Ids ids,
      Executor helpers) {
    this.caseId = requireNonNull(caseId, "caseId is null");
    this.exhibit = requireNonNull(exhibit, "exhibit is null");
    this.cipher = requireNonNull(cipher, "cipher is null");
    this.vault = requireNonNull(vault, "vault is null");
    this.keys = requireNonNull(keys, "keys is null");
    this.ids = requireNonNull(ids, "ids is null");
    this.helpers = requireNonNull(helpers, "helpers is null");
  }

  private record Ciphertext(SegmentId id, SealedSegment sealed) {}

  /** Whether no segment was put yet. */
  boolean isEmpty() {
    return stored.isEmpty() && behind == null;
  }

  /**
   * Begins the next segment, the first {@code length} bytes of {@code buffer}, which becomes its
   * ciphertext and is in use until this, {@link #finish} or {@link #discard} is called again.
   *
   * @throws UncheckedIOException if the vault did not store the segment before
   */
  void put(byte[] buffer, int length) {
    awaitLast();
    SegmentId id = ids.segment();
    behind = CompletableFuture.supplyAsync(() -> store(id, buffer, length), helpers);
  }

  /** All segments in order, each durably stored. */
  List<StoredSegment> finish() {
    awaitLast();
    return List.copyOf(stored);
  }

  /** Removes every segment. */
  void discard() {
    CompletableFuture<Ciphertext> last = behind;
    if (last != null) {
      behind = null;
      last.handle((ciphertext, failure) -> ciphertext)
          .thenAccept(ciphertext -> discardIfStored(ciphertext))
          .join();
    }
    stored.forEach(segment -> discard(vault, segment.id()));
  }

  private void discardIfStored(@Nullable Ciphertext ciphertext) {
    if (ciphertext != null) {
      discard(vault, ciphertext.id());
    }
  }

  /** What cannot be removed now is named by no row, and swept later. */
  static void discard(EvidenceVault vault, SegmentId id) {
    try {
      vault.discard(id);
    } catch (IOException e) {
      // ciphertext whose key is gone with this attempt: harmless, and the sweeper's
      return;
    }
  }

  private Ciphertext store(SegmentId id, byte[] buffer, int length) {
    SealedSegment sealed = cipher.sealInPlace(buffer, length);
    try {
      vault.store(id, sealed);
    } catch (IOException e) {
      throw new UncheckedIOException("the vault did not store a segment", e);
    }
    return new Ciphertext(id, sealed);
  }

  /** The key is wrapped by the asking thread: it may need the database. */
  private void awaitLast() {
    CompletableFuture<Ciphertext> last = behind;
    if (last == null) {
      return;
    }
    Ciphertext ciphertext = result(last);
    SegmentPlace place = new SegmentPlace(caseId, exhibit, stored.size());
    stored.add(
        new StoredSegment(
            ciphertext.id(),
            ciphertext.sealed().facts(),
            keys.wrap(place, ciphertext.sealed().key())));
    behind = null;
  }

  private static Ciphertext result(CompletableFuture<Ciphertext> last) {
    try {
      return last.join();
    } catch (CompletionException e) {
      throw e.getCause() instanceof RuntimeException fault ? fault : e;
    }
  }
}

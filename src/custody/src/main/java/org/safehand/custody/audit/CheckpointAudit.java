package org.safehand.custody.audit;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import java.util.Collections;
import java.util.Iterator;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.safehand.custody.digest.Digest;
import org.safehand.custody.note.Checkpoint;
import org.safehand.custody.note.NoteException;
import org.safehand.custody.note.SignedNote;
import org.safehand.custody.stored.StoredLog.StoredCheckpoint;
import org.safehand.custody.stored.StoredLog.StoredHead;
import org.safehand.custody.tree.TreeEdge;
import org.safehand.custody.trust.LogTrust;

/** Every checkpoint, at the moment when the growing tree has its size. */
final class CheckpointAudit {
  private final LogTrust witnessedTrust;
  private final LogTrust publishedTrust;
  private final Findings findings;
  private Iterator<StoredCheckpoint> notes = Collections.emptyIterator();
  private @Nullable StoredCheckpoint waiting;
  private @Nullable TreeEdge edge;
  private long newestPublished = -1;

  CheckpointAudit(LogTrust trust, Findings findings) {
    this.witnessedTrust = requireNonNull(trust, "trust is null");
    this.publishedTrust = new LogTrust(trust.origin(), trust.keys(), trust.witnesses(), 0);
    this.findings = requireNonNull(findings, "findings is null");
  }

  void begin(Iterator<StoredCheckpoint> all, TreeEdge empty) {
    notes = all;
    edge = empty;
    waiting = next();
    grown();
  }

  /** The tree has one entry more. */
  void grown() {
    TreeEdge tree = requireNonNull(edge, "not begun");
    while (waiting != null && waiting.size() <= tree.size()) {
      requireHolds(waiting, tree);
      waiting = next();
    }
  }

  /** The tree has all its entries. */
  void end(Optional<StoredHead> head) {
    TreeEdge tree = requireNonNull(edge, "not begun");
    while (waiting != null) {
      findings.add(
          AuditFault.CHECKPOINT,
          place(waiting),
          "a size up to " + tree.size(),
          "size " + waiting.size());
      waiting = next();
    }
    head.ifPresent(found -> requireHead(found, tree));
  }

  private void requireHead(StoredHead head, TreeEdge tree) {
    Digest root = tree.root();
    if (head.size() != newestPublished) {
      findings.add(
          AuditFault.HEAD,
          "head",
          "the newest checkpoint, of size " + newestPublished,
          "size " + head.size());
    }
    if (!head.root().equals(root)) {
      findings.add(AuditFault.HEAD, "head", root.hex(), head.root().hex());
    }
  }

  private void requireHolds(StoredCheckpoint stored, TreeEdge tree) {
    if (!stored.witnessed()) {
      newestPublished = stored.size();
    } else if (newestPublished != stored.size()) {
      findings.add(AuditFault.CHECKPOINT, place(stored), "the published one of its size", "none");
    }
    try {
      LogTrust trust = stored.witnessed() ? witnessedTrust : publishedTrust;
      Checkpoint checkpoint = trust.verify(SignedNote.parse(stored.note().getBytes(UTF_8)));
      Digest root = tree.root();
      if (checkpoint.size() != stored.size() || !checkpoint.root().equals(root)) {
        findings.add(
            AuditFault.CHECKPOINT,
            place(stored),
            "size " + stored.size() + " root " + root.hex(),
            "size " + checkpoint.size() + " root " + checkpoint.root().hex());
      }
    } catch (NoteException e) {
      findings.add(
          AuditFault.CHECKPOINT,
          place(stored),
          "a checkpoint of the trusted log",
          String.valueOf(e.getMessage()));
    }
  }

  private static String place(StoredCheckpoint stored) {
    return (stored.witnessed() ? "witnessed" : "published") + " checkpoint " + stored.size();
  }

  private @Nullable StoredCheckpoint next() {
    return notes.hasNext() ? notes.next() : null;
  }
}

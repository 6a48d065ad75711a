package org.safehand.custody.audit;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.safehand.custody.digest.Digest;
import org.safehand.custody.event.BlindLeaf;
import org.safehand.custody.restore.ProvenLosses;
import org.safehand.custody.stored.StoredLog;
import org.safehand.custody.stored.StoredLog.IndexedLeaf;
import org.safehand.custody.stored.StoredLog.StoredCheckpoint;
import org.safehand.custody.stored.StoredLog.StoredHead;
import org.safehand.custody.tree.BundleId;
import org.safehand.custody.tree.EntryBundle;
import org.safehand.custody.tree.Tile;
import org.safehand.custody.tree.TileId;
import org.safehand.custody.tree.TileSource;
import org.safehand.custody.tree.TreeEdge;
import org.safehand.custody.tree.TreeLayout;
import org.safehand.custody.trust.LogTrust;

/** Entries against events, tiles and every checkpoint. */
final class TreeAudit {
  private final StoredLog stored;
  private final ProvenLosses lost;
  private final Findings findings;
  private final TileSource tiles;
  private final TreeEdge edge = new TreeEdge(this::compare);
  private final CheckpointAudit checkpoints;
  private @Nullable IndexedLeaf row;

  TreeAudit(StoredLog stored, ProvenLosses lost, LogTrust trust, Findings findings) {
    this.stored = requireNonNull(stored, "stored is null");
    this.lost = requireNonNull(lost, "lost is null");
    this.findings = requireNonNull(findings, "findings is null");
    this.tiles = stored.tiles();
    this.checkpoints = new CheckpointAudit(trust, findings);
  }

  /** How many entries were read. */
  long size() {
    return edge.size();
  }

  /** The root that they give. */
  Digest root() {
    return edge.root();
  }

  void run() {
    Optional<StoredHead> head = head();
    try (Stream<StoredCheckpoint> notes = findings.read(stored.checkpoints());
        Stream<IndexedLeaf> leaves = findings.read(stored.leaves()).filter(this::counts)) {
      Iterator<IndexedLeaf> rows = leaves.iterator();
      row = next(rows);
      checkpoints.begin(notes.iterator(), edge);
      long size = head.map(StoredHead::size).orElse(0L);
      for (Iterator<BundleId> ids = new TreeLayout(size).bundles().iterator(); ids.hasNext(); ) {
        if (!read(ids.next(), rows)) {
          return;
        }
      }
      edge.partialTiles().forEach(this::compare);
      while (row != null) {
        beyond(row);
        row = next(rows);
      }
      checkpoints.end(head);
      requireNoOthers(new TreeLayout(size));
    }
  }

  private Optional<StoredHead> head() {
    try (Stream<StoredHead> heads = findings.read(stored.heads())) {
      List<StoredHead> all = heads.toList();
      if (all.size() > 1) {
        findings.add(AuditFault.HEAD, "head", "one head", all.size() + " heads");
      }
      return all.stream().findFirst();
    }
  }

  /** A tile or bundle too many would be served to whoever asks for its width. */
  private void requireNoOthers(TreeLayout layout) {
    Set<Object> seen = new HashSet<>();
    try (Stream<TileId> ids = findings.read(stored.tileIds())) {
      ids.filter(
              id -> !layout.tile(id.level(), id.index()).equals(Optional.of(id)) || !seen.add(id))
          .forEach(id -> findings.add(AuditFault.TILE, id.path(), "no further tile", "one"));
    }
    try (Stream<BundleId> ids = findings.read(stored.bundleIds())) {
      ids.filter(id -> !layout.bundle(id.index()).equals(Optional.of(id)) || !seen.add(id))
          .forEach(
              id ->
                  findings.add(
                      AuditFault.ENTRIES_UNREADABLE, id.path(), "no further bundle", "one"));
    }
  }

  /** A leaf that is called lost stands for an event only if that is proven. */
  private boolean counts(IndexedLeaf leaf) {
    return !leaf.lost() || lost.includes(leaf.index());
  }

  /** Reads one bundle; false when the rest cannot be checked. */
  private boolean read(BundleId id, Iterator<IndexedLeaf> rows) {
    EntryBundle bundle;
    try {
      bundle = tiles.bundle(id);
    } catch (IOException e) {
      findings.add(
          AuditFault.ENTRIES_UNREADABLE, id.path(), "entries", String.valueOf(e.getMessage()));
      return false;
    }
    for (int i = 0; i < id.width(); i++) {
      byte[] entry = bundle.entry(i);
      Optional<BlindLeaf> leaf = BlindLeaf.of(entry);
      long index = edge.size();
      if (leaf.isEmpty()) {
        findings.add(
            AuditFault.ENTRIES_UNREADABLE, id.path() + " entry " + i, "a leaf", "other bytes");
      }
      requireRow(index, leaf.map(BlindLeaf::leafHash), rows);
      edge.append(entry, 0, entry.length);
      checkpoints.grown();
    }
    return true;
  }

  private void requireRow(long index, Optional<Digest> leafHash, Iterator<IndexedLeaf> rows) {
    while (row != null && row.index() < index) {
      findings.add(AuditFault.INDEX, "index " + row.index(), "one event", "two events");
      row = next(rows);
    }
    if (row == null || row.index() != index) {
      findings.add(AuditFault.INDEX, "index " + index, "an event", "none");
      return;
    }
    if (!leafHash.equals(Optional.of(row.leafHash()))) {
      findings.add(
          AuditFault.ENTRY,
          "index " + index,
          row.leafHash().hex(),
          leafHash.map(Digest::hex).orElse("no leaf"));
    }
    row = next(rows);
  }

  private void beyond(IndexedLeaf leaf) {
    findings.add(
        AuditFault.INDEX,
        "index " + leaf.index(),
        "an index below " + edge.size(),
        "an event with this index");
  }

  private void compare(Tile computed) {
    TileId id = computed.id();
    try {
      Tile found = tiles.tile(id);
      for (int i = 0; i < id.width(); i++) {
        if (!found.hash(i).equals(computed.hash(i))) {
          findings.add(
              AuditFault.TILE,
              id.path() + " hash " + i,
              computed.hash(i).hex(),
              found.hash(i).hex());
          return;
        }
      }
    } catch (IOException e) {
      findings.add(AuditFault.TILE, id.path(), "a tile", String.valueOf(e.getMessage()));
    }
  }

  private static @Nullable IndexedLeaf next(Iterator<IndexedLeaf> rows) {
    return rows.hasNext() ? rows.next() : null;
  }
}

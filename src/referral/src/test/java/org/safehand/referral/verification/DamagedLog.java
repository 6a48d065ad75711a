package org.safehand.referral.verification;

import java.io.IOException;
import java.util.stream.Stream;
import org.safehand.custody.restore.LostLeaf;
import org.safehand.custody.restore.StoredRestore;
import org.safehand.custody.stored.StoredEvent;
import org.safehand.custody.stored.StoredLog;
import org.safehand.custody.stored.StoredRow;
import org.safehand.custody.tree.BundleId;
import org.safehand.custody.tree.EntryBundle;
import org.safehand.custody.tree.Tile;
import org.safehand.custody.tree.TileId;
import org.safehand.custody.tree.TileSource;

/** A log of which nothing is stored but a checkpoint that nobody signed. */
final class DamagedLog implements StoredLog, TileSource {
  @Override
  public Stream<StoredRow<StoredEvent>> events() {
    return Stream.empty();
  }

  @Override
  public Stream<StoredRow<StoredChain>> chains() {
    return Stream.empty();
  }

  @Override
  public Stream<StoredRow<IndexedLeaf>> leaves() {
    return Stream.empty();
  }

  @Override
  public Stream<StoredRow<StoredRestore>> restores() {
    return Stream.empty();
  }

  @Override
  public Stream<StoredRow<LostLeaf>> lost() {
    return Stream.empty();
  }

  @Override
  public Stream<StoredRow<StoredAnchor>> anchors() {
    return Stream.empty();
  }

  @Override
  public Stream<StoredRow<StoredCheckpoint>> checkpoints() {
    return Stream.of(new StoredRow.Read<>(new StoredCheckpoint(7, false, "not a checkpoint")));
  }

  @Override
  public Stream<StoredRow<StoredHead>> heads() {
    return Stream.empty();
  }

  @Override
  public TileSource tiles() {
    return this;
  }

  @Override
  public Stream<StoredRow<TileId>> tileIds() {
    return Stream.empty();
  }

  @Override
  public Stream<StoredRow<BundleId>> bundleIds() {
    return Stream.empty();
  }

  @Override
  public Tile tile(TileId id) throws IOException {
    throw new IOException("there is no tile");
  }

  @Override
  public EntryBundle bundle(BundleId id) throws IOException {
    throw new IOException("there is no bundle");
  }
}

package org.safehand.custody.log;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.Optional;
import org.safehand.custody.digest.Digest;
import org.safehand.custody.event.BlindLeaf;
import org.safehand.custody.note.Checkpoint;
import org.safehand.custody.note.NoteSignature;
import org.safehand.custody.note.SignedNote;
import org.safehand.custody.tree.BundleId;
import org.safehand.custody.tree.EntryBundle;
import org.safehand.custody.tree.TileId;
import org.safehand.custody.tree.TreeEdge;
import org.safehand.custody.tree.TreeLayout;
import org.safehand.custody.trust.LogTrust;
import org.safehand.custody.trust.Trust;

/**
 * Verifies an exported log offline.
 *
 * <p>Guarantee: when {@link #verify} returns, the folder holds exactly the files of the signed
 * size, every entry is a canonical leaf, and every tile and the root are what the entries give:
 * there is no byte that could be another. Each anchor in it is a checkpoint of this log at an
 * earlier size, and a trusted authority says when it existed. It does not say that the log shows
 * the same to everyone (witnesses do), nor that every event was logged.
 */
public final class LogVerifier {
  /** Bytes of an entry in a bundle, with its length before it. */
  private static final int ENTRY = 2 + BlindLeaf.LENGTH;

  private final Path folder;
  private final LogTrust trust;
  private final Optional<Trust> timeStamps;
  private final byte[] buffer = new byte[TileId.FULL * ENTRY + 1];

  private LogVerifier(Path folder, LogTrust trust, Optional<Trust> timeStamps) {
    this.folder = requireNonNull(folder, "folder is null");
    this.trust = requireNonNull(trust, "trust is null");
    this.timeStamps = requireNonNull(timeStamps, "timeStamps is null");
  }

  /**
   * The log in {@code folder}, verified.
   *
   * @throws LogException if anything does not hold
   * @throws IOException if a file cannot be read
   */
  public static VerifiedLog verify(Path folder, Trust trust) throws LogException, IOException {
    return new LogVerifier(folder, trust.log(), Optional.of(trust)).verified();
  }

  /**
   * The same, for one who trusts a log and nobody else: when its anchors were time-stamped is not
   * checked.
   */
  public static VerifiedLog verify(Path folder, LogTrust trust) throws LogException, IOException {
    return new LogVerifier(folder, trust, Optional.empty()).verified();
  }

  private VerifiedLog verified() throws LogException, IOException {
    try {
      return verify();
    } catch (UncheckedIOException e) {
      throw new IOException("a file of the log cannot be read", e);
    }
  }

  private VerifiedLog verify() throws LogException, IOException {
    SignedNote note = readCheckpoint();
    Checkpoint checkpoint = CheckpointVerifier.verify(note, trust);
    AnchorCheck anchors = AnchorCheck.in(folder, trust, timeStamps);
    LogFiles files = new LogFiles(checkpoint.size(), anchors.sizes());
    files.require(folder);
    anchors.verify(checkpoint.size());
    verifyTree(checkpoint, anchors);
    return new VerifiedLog(
        checkpoint,
        note.signatures().stream().map(NoteSignature::name).toList(),
        anchors.verified(),
        files.count());
  }

  private SignedNote readCheckpoint() throws LogException, IOException {
    Path file = folder.resolve(LogFolder.CHECKPOINT);
    if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
      throw new LogException(LogFault.FILE_MISSING, LogFolder.CHECKPOINT, "a file", "none");
    }
    if (Files.size(file) > SignedNote.MAX_LENGTH) {
      throw new LogException(
          LogFault.CHECKPOINT_MALFORMED,
          LogFolder.CHECKPOINT,
          "at most " + SignedNote.MAX_LENGTH + " bytes",
          Files.size(file) + " bytes");
    }
    return CheckpointVerifier.parse(Files.readAllBytes(file));
  }

  private void verifyTree(Checkpoint checkpoint, AnchorCheck anchors)
      throws LogException, IOException {
    TileComparison comparison = new TileComparison(folder);
    TreeEdge edge = new TreeEdge(comparison::compare);
    Iterator<BundleId> bundles = new TreeLayout(checkpoint.size()).bundles().iterator();
    anchors.observe(edge);
    while (bundles.hasNext()) {
      appendLeaves(bundles.next(), edge, anchors);
    }
    edge.partialTiles().forEach(comparison::compare);
    Digest root = edge.root();
    comparison.requireSame(root.equals(checkpoint.root()));
    if (!root.equals(checkpoint.root())) {
      throw new LogException(
          LogFault.ROOT, LogFolder.CHECKPOINT, checkpoint.root().hex(), root.hex());
    }
    anchors.requireRoots();
  }

  private void appendLeaves(BundleId id, TreeEdge edge, AnchorCheck anchors)
      throws LogException, IOException {
    EntryBundle bundle = readBundle(id);
    int refused =
        bundle.firstRefused(
            (bytes, offset, length) -> {
              boolean leaf = BlindLeaf.isLeaf(bytes, offset, length);
              if (leaf) {
                edge.append(bytes, offset, length);
                anchors.observe(edge);
              }
              return leaf;
            });
    if (refused >= 0) {
      throw new LogException(
          LogFault.LEAF_MALFORMED,
          id.path() + " entry " + refused + " (leaf " + (id.index() * TileId.FULL + refused) + ")",
          "a canonical leaf",
          "other bytes");
    }
  }

  private EntryBundle readBundle(BundleId id) throws LogException, IOException {
    Path file = folder.resolve(id.path());
    int length = id.width() * ENTRY;
    if (LogFolder.read(file, buffer, length) != length) {
      throw malformed(id, length + " bytes", Files.size(file) + " bytes");
    }
    return EntryBundle.over(id, buffer, length)
        .orElseThrow(
            () -> malformed(id, id.width() + " entries, each after its length", "other bytes"));
  }

  private static LogException malformed(BundleId id, String expected, String found) {
    return new LogException(LogFault.ENTRIES_MALFORMED, id.path(), expected, found);
  }
}

package org.safehand.store.vault;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import org.safehand.packaging.segment.SealedSegment;
import org.safehand.referral.id.SegmentId;
import org.safehand.referral.port.EvidenceVault;
import org.safehand.store.fault.StoreCode;
import org.safehand.store.fault.StoreException;

/**
 * The vault on a file system: one file a segment, in 256 folders by the last byte of its id.
 *
 * <p>Only ciphertext comes here, and no key. Whoever reads the folder learns sizes and times.
 */
public final class FileEvidenceVault implements EvidenceVault {
  /** No write takes longer; what is older was left by a crash, here or on another node. */
  private static final Duration ORPHAN_AGE = Duration.ofHours(1);

  private static final int SHARD_CHARACTERS = 2;

  private final DurableFolder folder;

  FileEvidenceVault(DurableFolder folder) {
    this.folder = requireNonNull(folder, "folder is null");
  }

  /**
   * The vault in {@code root}, which is made when it is not there; what crashed writes left is
   * swept.
   *
   * @throws StoreException {@link StoreCode#VAULT_UNAVAILABLE} when it cannot be written
   */
  public static FileEvidenceVault in(Path root, Clock clock) {
    try {
      DurableFolder folder = new DurableFolder(root, new PosixFiles());
      folder.sweep(clock.instant().minus(ORPHAN_AGE));
      return new FileEvidenceVault(folder);
    } catch (IOException e) {
      throw new StoreException(StoreCode.VAULT_UNAVAILABLE, root + " cannot be written", e);
    }
  }

  @Override
  public void store(SegmentId id, SealedSegment segment) throws IOException {
    folder.write(nameOf(id), segment.ciphertext());
  }

  @Override
  public InputStream open(SegmentId id) throws IOException {
    return folder.open(nameOf(id));
  }

  @Override
  public void discard(SegmentId id) throws IOException {
    folder.remove(nameOf(id));
  }

  private static Path nameOf(SegmentId id) {
    String text = id.toString();
    return Path.of(text.substring(text.length() - SHARD_CHARACTERS), text);
  }
}

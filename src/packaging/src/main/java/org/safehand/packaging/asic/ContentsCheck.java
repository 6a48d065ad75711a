package org.safehand.packaging.asic;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.security.MessageDigest;
import java.util.SortedMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.LongConsumer;
import java.util.zip.CRC32;
import org.safehand.custody.digest.Digest;
import org.safehand.packaging.fault.PackageException;
import org.safehand.packaging.fault.PackageFault;
import org.safehand.packaging.zip.ContainerBytes;
import org.safehand.packaging.zip.StoredEntry;
import org.safehand.packaging.zip.StoredZip;

/**
 * Reads every listed entry once and compares it with the manifest: two readers, each of which takes
 * the next entry that nobody took yet. Memory does not grow with size. One use.
 */
final class ContentsCheck {
  private static final int BUFFER = 256 * 1024;

  private final ContainerBytes bytes;
  private final StoredZip zip;
  private final AsicManifest manifest;
  private final LongConsumer checked;
  private final AtomicInteger next = new AtomicInteger();
  private final SortedMap<Integer, Exception> faults = new ConcurrentSkipListMap<>();

  /** {@code checked} is told how many bytes were read since it was told last, by both readers. */
  ContentsCheck(ContainerBytes bytes, StoredZip zip, AsicManifest manifest, LongConsumer checked) {
    this.bytes = requireNonNull(bytes, "bytes is null");
    this.zip = requireNonNull(zip, "zip is null");
    this.manifest = requireNonNull(manifest, "manifest is null");
    this.checked = requireNonNull(checked, "checked is null");
  }

  /**
   * Returns when everything held; {@code helpers} runs the second reader.
   *
   * @throws PackageException naming the first entry that differs, whoever read it
   */
  void run(Executor helpers) throws IOException, PackageException {
    CompletableFuture<Void> second = CompletableFuture.runAsync(this::readAll, helpers);
    readAll();
    second.join();
    if (faults.isEmpty()) {
      return;
    }
    Exception first = faults.get(faults.firstKey());
    if (first instanceof PackageException refused) {
      throw refused;
    }
    throw first instanceof IOException failed ? failed : new IOException(first);
  }

  /** Every entry before one that failed was taken before it, and is read to its end. */
  private void readAll() {
    byte[] buffer = new byte[BUFFER];
    while (faults.isEmpty()) {
      int index = next.getAndIncrement();
      if (index >= manifest.entries().size()) {
        return;
      }
      try {
        check(index + 1, manifest.entries().get(index).sha256(), buffer);
      } catch (IOException | PackageException | RuntimeException e) {
        faults.put(index, e);
      }
    }
  }

  private void check(int index, Digest expected, byte[] buffer)
      throws IOException, PackageException {
    StoredEntry entry = zip.entries().get(index);
    MessageDigest sha256 = Digest.sha256();
    CRC32 crc = new CRC32();
    bytes.pass(
        zip.contentOffset(index),
        entry.size(),
        buffer,
        count -> {
          sha256.update(buffer, 0, count);
          crc.update(buffer, 0, count);
          checked.accept(count);
        });
    if (!Digest.ofBytes(sha256.digest()).equals(expected)) {
      throw AsicContainer.digestMismatch(entry.name());
    }
    requireCrc(entry, crc);
  }

  static void requireCrc(StoredEntry entry, CRC32 crc) throws PackageException {
    if (crc.getValue() != entry.crc32()) {
      throw new PackageException(
          PackageFault.ENTRY_CRC_MISMATCH, entry.name(), "its CRC-32 is not the one stated");
    }
  }
}

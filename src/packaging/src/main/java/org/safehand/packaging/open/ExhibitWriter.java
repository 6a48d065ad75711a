package org.safehand.packaging.open;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.LongConsumer;
import org.safehand.packaging.asic.AsicContainer;
import org.safehand.packaging.envelope.Envelope;
import org.safehand.packaging.fault.PackageException;
import org.safehand.packaging.fault.PackageFault;
import org.safehand.packaging.header.PackageNames;
import org.safehand.packaging.manifest.ExhibitRecord;
import org.safehand.packaging.manifest.SegmentRecord;
import org.safehand.packaging.recipient.RecipientKey;
import org.safehand.packaging.segment.ExhibitDigest;
import org.safehand.packaging.segment.ExhibitDigests;
import org.safehand.packaging.segment.SegmentFacts;
import org.safehand.packaging.segment.Tag;

/** Decrypts exhibits one segment at a time: two buffers of 16 MiB, whatever the size. One use. */
final class ExhibitWriter {
  private static final int MAX_ENVELOPE = 64 * 1024;

  private final RecipientKey key;
  private final AsicContainer container;
  private final Executor helpers;
  private final LongConsumer written;
  private final byte[] sealed = new byte[SegmentFacts.MAX_BYTES + Tag.LENGTH];
  private final byte[] plaintext = new byte[SegmentFacts.MAX_BYTES];

  /** Hashes beside on {@code helpers}, and tells {@code written} how many bytes more are done. */
  ExhibitWriter(RecipientKey key, AsicContainer container, Executor helpers, LongConsumer written) {
    this.key = requireNonNull(key, "key is null");
    this.container = requireNonNull(container, "container is null");
    this.helpers = requireNonNull(helpers, "helpers is null");
    this.written = requireNonNull(written, "written is null");
  }

  /**
   * Writes the plaintext of {@code exhibit} to the file {@code file}, which gets its name once it
   * is what was sealed. One of that name that is there, from an attempt that was cut off, is kept
   * if it is.
   *
   * @throws PackageException if it is not what was sealed
   */
  void write(ExhibitRecord exhibit, Path file) throws IOException, PackageException {
    if (isThere(exhibit, file)) {
      return;
    }
    Path part = file.resolveSibling(file.getFileName() + ".part");
    if (!decrypted(exhibit, part).equals(exhibit.digest())) {
      throw new PackageException(
          PackageFault.EXHIBIT_MISMATCH,
          "exhibit " + exhibit.number(),
          "the decrypted bytes are not those that the sealed manifest names");
    }
    Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }

  private ExhibitDigest decrypted(ExhibitRecord exhibit, Path file)
      throws IOException, PackageException {
    ExhibitDigests digests = new ExhibitDigests();
    try (OutputStream out = Files.newOutputStream(file)) {
      int index = 0;
      for (SegmentRecord segment : exhibit.segments()) {
        open(exhibit.number(), index++, segment.bytes());
        CompletableFuture<Void> aside = digests.update(plaintext, 0, segment.bytes(), helpers);
        try {
          out.write(plaintext, 0, segment.bytes());
        } finally {
          aside.join();
        }
        written.accept(segment.bytes());
      }
    }
    return digests.finish();
  }

  private boolean isThere(ExhibitRecord exhibit, Path file) throws IOException {
    if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)
        || Files.size(file) != exhibit.digest().size()) {
      return false;
    }
    ExhibitDigests digests = new ExhibitDigests();
    try (InputStream in = Files.newInputStream(file)) {
      for (int n = in.readNBytes(plaintext, 0, plaintext.length);
          n > 0;
          n = in.readNBytes(plaintext, 0, plaintext.length)) {
        digests.update(plaintext, 0, n, helpers).join();
        written.accept(n);
      }
    }
    return digests.finish().equals(exhibit.digest());
  }

  /** Forgets the last plaintext. */
  void clear() {
    Arrays.fill(plaintext, (byte) 0);
  }

  private void open(int exhibit, int index, int bytes) throws IOException, PackageException {
    String name = PackageNames.envelope(exhibit, index);
    Envelope envelope = Envelope.read(name, container.content(name, MAX_ENVELOPE));
    container.read(PackageNames.ciphertext(exhibit, index), sealed, bytes);
    envelope.open(key, sealed, bytes, plaintext);
  }
}

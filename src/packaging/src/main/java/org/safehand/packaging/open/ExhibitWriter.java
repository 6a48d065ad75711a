package org.safehand.packaging.open;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import org.safehand.packaging.asic.AsicContainer;
import org.safehand.packaging.envelope.Envelope;
import org.safehand.packaging.fault.PackageException;
import org.safehand.packaging.fault.PackageFault;
import org.safehand.packaging.header.PackageNames;
import org.safehand.packaging.manifest.ExhibitRecord;
import org.safehand.packaging.manifest.SegmentRecord;
import org.safehand.packaging.recipient.RecipientKey;
import org.safehand.packaging.segment.ExhibitDigests;
import org.safehand.packaging.segment.SegmentFacts;
import org.safehand.packaging.segment.Tag;

/** Decrypts exhibits one segment at a time: two buffers of 16 MiB, whatever the size. One use. */
final class ExhibitWriter {
  private static final int MAX_ENVELOPE = 64 * 1024;

  private final RecipientKey key;
  private final AsicContainer container;
  private final byte[] sealed = new byte[SegmentFacts.MAX_BYTES + Tag.LENGTH];
  private final byte[] plaintext = new byte[SegmentFacts.MAX_BYTES];

  ExhibitWriter(RecipientKey key, AsicContainer container) {
    this.key = requireNonNull(key, "key is null");
    this.container = requireNonNull(container, "container is null");
  }

  /**
   * Writes the plaintext of {@code exhibit} to the new file {@code file}.
   *
   * @throws PackageException if it is not what was sealed; the file is then worthless
   */
  void write(ExhibitRecord exhibit, Path file) throws IOException, PackageException {
    ExhibitDigests digests = new ExhibitDigests();
    try (OutputStream out = Files.newOutputStream(file, StandardOpenOption.CREATE_NEW)) {
      int index = 0;
      for (SegmentRecord segment : exhibit.segments()) {
        open(exhibit.number(), index++, segment.bytes());
        digests.update(plaintext, 0, segment.bytes());
        out.write(plaintext, 0, segment.bytes());
      }
    }
    if (!digests.finish().equals(exhibit.digest())) {
      throw new PackageException(
          PackageFault.EXHIBIT_MISMATCH,
          "exhibit " + exhibit.number(),
          "the decrypted bytes are not those that the sealed manifest names");
    }
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

package org.safehand.packaging.archive;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.function.LongConsumer;
import org.safehand.custody.digest.HashAlgorithm;
import org.safehand.custody.trust.Trust;
import org.safehand.packaging.asic.ArchivedContainer;
import org.safehand.packaging.asic.AsicContainer;
import org.safehand.packaging.evidence.DataGroup;
import org.safehand.packaging.evidence.EvidenceRecord;
import org.safehand.packaging.fault.PackageException;
import org.safehand.packaging.open.OpenWork;
import org.safehand.packaging.open.PackageVerifier;
import org.safehand.packaging.zip.ContainerBytes;

/**
 * A package that held when it was read, to be archived or to have its evidence record renewed. The
 * file is only read; it should not change meanwhile, and whatever is written is verified again.
 */
public final class ArchivablePackage {
  private final Path file;
  private final DataGroup group;
  private final Optional<EvidenceRecord> evidenceRecord;

  private ArchivablePackage(Path file, DataGroup group, Optional<EvidenceRecord> evidenceRecord) {
    this.file = requireNonNull(file, "file is null");
    this.group = requireNonNull(group, "group is null");
    this.evidenceRecord = requireNonNull(evidenceRecord, "evidenceRecord is null");
  }

  /**
   * Reads and verifies {@code file} by {@code work}; nobody should archive it otherwise.
   *
   * @throws PackageException naming the first check that failed
   * @throws IOException if the file cannot be read, which says nothing about the package
   */
  public static ArchivablePackage read(Path file, Trust trust, OpenWork work)
      throws IOException, PackageException {
    PackageVerifier.verify(file, trust, work);
    try (ContainerBytes bytes = ContainerBytes.ofFile(file)) {
      AsicContainer container = AsicContainer.readArchivable(bytes);
      Optional<byte[]> found = container.evidenceRecord();
      return new ArchivablePackage(
          file,
          DataGroup.of(container.covered()),
          found.isEmpty() ? Optional.empty() : Optional.of(EvidenceRecord.read(found.get())));
    }
  }

  /** Where it lies. */
  public Path file() {
    return file;
  }

  /**
   * Writes the package with {@code renewed} to the new file {@code out} and makes it last. Memory
   * does not grow with size. {@code progress} is told how many bytes were written since it was told
   * last.
   *
   * @throws PackageException if the file is no package any more
   */
  public void write(EvidenceRecord renewed, Path out, LongConsumer progress)
      throws IOException, PackageException {
    try (ContainerBytes bytes = ContainerBytes.ofFile(file);
        FileChannel channel =
            FileChannel.open(out, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        OutputStream stream = Channels.newOutputStream(channel)) {
      new ArchivedContainer(AsicContainer.readArchivable(bytes), renewed.toBytes())
          .writeTo(stream, progress);
      channel.force(true);
    }
  }

  DataGroup group() {
    return group;
  }

  /** Its entries under {@code algorithm}; reads the file once. */
  DataGroup group(HashAlgorithm algorithm, LongConsumer progress) throws IOException {
    try (ContainerBytes bytes = ContainerBytes.ofFile(file)) {
      return new DataGroup(
          algorithm, AsicContainer.readArchivable(bytes).imprints(algorithm, progress));
    } catch (PackageException e) {
      throw new IOException(file + " changed while it was read", e);
    }
  }

  void requireNotArchived() throws ArchiveException {
    if (evidenceRecord.isPresent()) {
      throw new ArchiveException(
          ArchiveFault.ARCHIVED_ALREADY, file + " has an evidence record, which can be renewed");
    }
  }

  EvidenceRecord evidenceRecord() throws ArchiveException {
    return evidenceRecord.orElseThrow(
        () -> new ArchiveException(ArchiveFault.NOT_ARCHIVED, file + " has no evidence record"));
  }
}

package org.safehand.packaging.asic;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongConsumer;
import org.safehand.packaging.zip.StoredEntry;
import org.safehand.packaging.zip.StoredZip;

/**
 * A container with an evidence record, in place of the one that it may have had. Up to the end of
 * the seal its bytes are those that it had before.
 */
public final class ArchivedContainer {
  private static final int BUFFER = 1024 * 1024;

  private final AsicContainer container;
  private final byte[] manifest;
  private final byte[] evidenceRecord;
  private final StoredZip zip;

  /** {@code container}, whose bytes stay open, with {@code evidenceRecord}. */
  public ArchivedContainer(AsicContainer container, byte[] evidenceRecord) {
    this.container = requireNonNull(container, "container is null");
    this.manifest = AsicManifest.ofEvidenceRecord(container.covered());
    this.evidenceRecord = evidenceRecord.clone();
    List<StoredEntry> entries = new ArrayList<>(container.coveredEntries());
    entries.add(AsicWriter.stored(AsicNames.EVIDENCE_MANIFEST, manifest));
    entries.add(AsicWriter.stored(AsicNames.EVIDENCE_RECORD, this.evidenceRecord));
    this.zip = StoredZip.of(entries);
  }

  /**
   * Writes the whole file. Memory does not grow with size. {@code progress} is told how many bytes
   * were written since it was told last.
   */
  public void writeTo(OutputStream out, LongConsumer progress) throws IOException {
    byte[] buffer = new byte[BUFFER];
    long end = container.coveredEnd();
    container
        .bytes()
        .pass(
            0,
            end,
            buffer,
            count -> {
              out.write(buffer, 0, count);
              progress.accept(count);
            });
    int added = zip.entries().size() - 2;
    out.write(zip.localHeader(added));
    out.write(manifest);
    out.write(zip.localHeader(added + 1));
    out.write(evidenceRecord);
    out.write(zip.tail());
    progress.accept(zip.length() - end);
  }
}

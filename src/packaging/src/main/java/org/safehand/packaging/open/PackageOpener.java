package org.safehand.packaging.open;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.safehand.custody.trust.Trust;
import org.safehand.packaging.fault.PackageException;
import org.safehand.packaging.manifest.ExhibitRecord;
import org.safehand.packaging.recipient.RecipientKey;
import org.safehand.packaging.zip.ContainerBytes;

/**
 * Opens packages with the recipient's key.
 *
 * <p>Guarantee, beyond {@link PackageVerifier}'s: two persons of the sealer's organisation let
 * exactly this case file go to exactly this certificate, the trusted log knew before it left, and
 * the exhibits are byte for byte those that were sealed. A package that was sent on under its old
 * seals, or put together from parts of others, is refused. If anything is refused or fails, no
 * decrypted byte stays on disk, unless the process itself is killed: what it leaves is named {@code
 * .part-}.
 *
 * <p>Memory: two buffers of 16 MiB, and the case file three times.
 */
public final class PackageOpener {
  private final RecipientKey key;
  private final Trust trust;

  /** Opens with {@code key}, against {@code trust}. */
  public PackageOpener(RecipientKey key, Trust trust) {
    this.key = requireNonNull(key, "key is null");
    this.trust = requireNonNull(trust, "trust is null");
  }

  /**
   * Checks all of {@code file} but the plaintext of its exhibits, and writes nothing.
   *
   * @throws PackageException naming the first check that failed
   * @throws IOException if the file cannot be read, which says nothing about the package
   */
  public OpenedPackage inspect(Path file) throws IOException, PackageException {
    try (ContainerBytes bytes = ContainerBytes.ofFile(file)) {
      return inspect(bytes);
    }
  }

  OpenedPackage inspect(ContainerBytes bytes) throws IOException, PackageException {
    return new SealedContent(key, trust, SealedEntries.check(bytes, trust, count -> {})).check();
  }

  /**
   * Checks {@code file} and decrypts it into the new folder {@code folder}: {@code 0001.bin} and so
   * on, {@code names.json} with their original names, {@code release.json}, and the case file as
   * {@code case.asice} and unpacked in {@code case/}. The folder appears once everything held.
   *
   * @throws PackageException naming the first check that failed
   * @throws FileAlreadyExistsException if {@code folder} is there already
   * @throws IOException if a file cannot be read or written, which says nothing about the package
   */
  public OpenedPackage open(Path file, Path folder) throws IOException, PackageException {
    try (ContainerBytes bytes = ContainerBytes.ofFile(file)) {
      SealedEntries entries = SealedEntries.check(bytes, trust, count -> {});
      OpenedPackage opened = new SealedContent(key, trust, entries).check();
      try (OpenFolder target = OpenFolder.begin(folder)) {
        writeExhibits(entries, opened, target.draft());
        writeCase(opened, target.draft());
        target.complete();
      }
      return opened;
    }
  }

  private void writeExhibits(SealedEntries entries, OpenedPackage opened, Path folder)
      throws IOException, PackageException {
    ExhibitWriter writer = new ExhibitWriter(key, entries.container());
    try {
      for (ExhibitRecord exhibit : opened.caseFile().manifest().exhibits()) {
        writer.write(exhibit, folder.resolve(ExhibitNames.file(exhibit)));
      }
    } finally {
      writer.clear();
    }
  }

  private static void writeCase(OpenedPackage opened, Path folder)
      throws IOException, PackageException {
    Files.write(
        folder.resolve("names.json"), ExhibitNames.json(opened.caseFile().manifest().exhibits()));
    Files.write(folder.resolve("release.json"), opened.release().toBytes());
    Files.write(folder.resolve("case.asice"), opened.sealedCaseFile().bytes());
    Path unpacked = Files.createDirectory(folder.resolve("case"));
    for (Map.Entry<String, byte[]> entry : opened.sealedCaseFile().entries().entrySet()) {
      Files.write(unpacked.resolve(entry.getKey()), entry.getValue());
    }
  }
}

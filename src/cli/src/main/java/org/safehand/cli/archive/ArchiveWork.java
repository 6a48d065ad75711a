package org.safehand.cli.archive;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.safehand.cli.dispatch.PartFile;
import org.safehand.cli.outcome.CliCode;
import org.safehand.cli.outcome.CliException;
import org.safehand.cli.outcome.ExitCode;
import org.safehand.cli.terminal.Progress;
import org.safehand.cli.terminal.Terminal;
import org.safehand.cli.verify.ArchiveReport;
import org.safehand.cli.verify.PackageWork;
import org.safehand.custody.json.JsonArray;
import org.safehand.custody.json.JsonException;
import org.safehand.custody.json.JsonObject;
import org.safehand.custody.trust.Trust;
import org.safehand.packaging.archive.ArchivablePackage;
import org.safehand.packaging.archive.ArchiveException;
import org.safehand.packaging.archive.PendingArchive;
import org.safehand.packaging.evidence.EvidenceRecord;
import org.safehand.packaging.fault.PackageException;
import org.safehand.packaging.open.PackageVerifier;
import org.safehand.packaging.open.VerifiedPackage;

/**
 * What every archive command does: verify, have stamped, write beside, verify what was written,
 * give it its name. The packages given are only read.
 */
final class ArchiveWork {
  /** Begins the evidence records of packages. */
  @FunctionalInterface
  interface Beginning {
    PendingArchive of(List<ArchivablePackage> packages) throws ArchiveException, IOException;
  }

  private final Terminal terminal;
  private final Trust trust;
  private final List<Path> files;
  private final List<PartFile> parts = new ArrayList<>();

  /**
   * Works on {@code files} against {@code trust}; what comes of them goes into {@code out}.
   *
   * @throws CliException if two have one name, or a file of this name is in {@code out}
   */
  ArchiveWork(Terminal terminal, Trust trust, List<Path> files, Path out) throws CliException {
    this.terminal = requireNonNull(terminal, "terminal is null");
    this.trust = requireNonNull(trust, "trust is null");
    this.files = List.copyOf(files);
    Set<Path> names = new HashSet<>();
    for (Path file : files) {
      Path name = file.getFileName();
      if (name == null || !names.add(name)) {
        throw new CliException(CliCode.USAGE, file.toString(), "two packages have this name");
      }
      parts.add(PartFile.beside(out.resolve(name)));
    }
  }

  /** Does it and tells what came of it. */
  void run(Beginning beginning, HttpAuthority authority) throws CliException, JsonException {
    List<ArchivablePackage> packages = new ArrayList<>();
    for (Path file : files) {
      packages.add(read(file));
    }
    List<EvidenceRecord> records = stamped(beginning, packages, authority);
    List<JsonObject> done = new ArrayList<>();
    for (int i = 0; i < packages.size(); i++) {
      VerifiedPackage archived = write(packages.get(i), records.get(i), parts.get(i));
      done.add(
          ArchiveReport.addTo(
                  JsonObject.builder()
                      .put("file", files.get(i).toString())
                      .put("packageDigest", archived.packageDigest().hex()),
                  archived)
              .build());
    }
    terminal.showList(
        JsonObject.builder().put("packages", JsonArray.of(done)).build(),
        "packages",
        List.of("file", "archived", "archivedBy", "archiveRenewals"));
  }

  private ArchivablePackage read(Path file) throws CliException {
    try (PackageWork helped = new PackageWork(terminal)) {
      return ArchivablePackage.read(file, trust, helped.work());
    } catch (PackageException e) {
      throw refused(file, e);
    } catch (IOException e) {
      throw new CliException(CliCode.FILE_UNREADABLE, file.toString(), e);
    }
  }

  private List<EvidenceRecord> stamped(
      Beginning beginning, List<ArchivablePackage> packages, HttpAuthority authority)
      throws CliException {
    try {
      PendingArchive pending = beginning.of(packages);
      return pending.complete(authority.stamp(pending.imprint()), trust);
    } catch (ArchiveException e) {
      throw failed(e);
    } catch (IOException e) {
      throw new CliException(CliCode.FILE_UNREADABLE, "package", e);
    }
  }

  private VerifiedPackage write(ArchivablePackage one, EvidenceRecord renewed, PartFile part)
      throws CliException {
    boolean finished = false;
    try {
      Files.createDirectories(requireNonNull(part.path().getParent(), "a part lies in a folder"));
      Files.deleteIfExists(part.path());
      try (Progress progress = terminal.progress("write " + one.file(), size(one.file()))) {
        one.write(renewed, part.path(), progress::add);
      }
      VerifiedPackage verified;
      try (PackageWork helped = new PackageWork(terminal)) {
        verified = PackageVerifier.verify(part.path(), trust, helped.work());
      }
      part.finish();
      finished = true;
      return verified;
    } catch (PackageException e) {
      throw refused(one.file(), e);
    } catch (IOException e) {
      throw part.unwritable(e);
    } finally {
      if (!finished) {
        discard(part);
      }
    }
  }

  private void discard(PartFile part) {
    try {
      Files.deleteIfExists(part.path());
    } catch (IOException e) {
      terminal.note("left behind: " + part.path());
    }
  }

  private static long size(Path file) throws IOException {
    if (!Files.isRegularFile(file)) {
      throw new NoSuchFileException(file.toString());
    }
    return Files.size(file);
  }

  private static CliException refused(Path file, PackageException e) {
    return new CliException(
        e.fault().code(), ExitCode.REFUSED, file.toString(), e.place() + ": " + e.detail());
  }

  private static CliException failed(ArchiveException e) {
    String code = e.fault().code();
    ExitCode exit =
        switch (e.fault()) {
          case ARCHIVED_ALREADY, NOT_ARCHIVED -> ExitCode.CONFLICT;
          case HASH_NOT_STRONGER, HASHES_DIFFER, REVOCATION_LIST_MISSING -> ExitCode.USAGE;
          case ARCHIVE_TOKEN_UNFIT -> ExitCode.NETWORK;
        };
    String detail = String.valueOf(e.getMessage()).substring(code.length() + 2);
    return new CliException(code, exit, "safehand archive", detail);
  }
}

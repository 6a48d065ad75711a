package org.safehand.systemtests.tamper.observer;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.safehand.custody.log.LogException;
import org.safehand.custody.log.LogExport;
import org.safehand.custody.log.LogVerifier;
import org.safehand.custody.note.NoteException;
import org.safehand.custody.note.SignedNote;
import org.safehand.custody.trust.LogTrust;
import org.safehand.launcher.archive.ServerFolder;
import org.safehand.store.custody.PublishedLog;

/** An outsider without any key of a case: takes an export and verifies it offline. */
public final class ExportObserver implements Observer {
  private final PublishedLog log;
  private final LogTrust trust;
  private final Path folder;

  /**
   * Exports to {@code folder}, which is gone afterwards.
   *
   * @param trust what the outsider trusts: the log's keys, and a witness that must have cosigned
   */
  public ExportObserver(PublishedLog log, LogTrust trust, Path folder) {
    this.log = requireNonNull(log, "log is null");
    this.trust = requireNonNull(trust, "trust is null");
    this.folder = requireNonNull(folder, "folder is null");
  }

  @Override
  public String name() {
    return "export";
  }

  @Override
  public Optional<Sighting> look() throws IOException {
    Optional<String> note = log.checkpoint();
    if (note.isEmpty()) {
      return Optional.of(new Sighting("export-empty", "no witnessed checkpoint"));
    }
    try {
      new LogExport(log).write(SignedNote.parse(note.get().getBytes(UTF_8)), folder);
    } catch (NoteException e) {
      return Optional.of(new Sighting("export-refused", "checkpoint: " + e.getMessage()));
    } catch (IOException e) {
      ServerFolder.delete(folder);
      return Optional.of(new Sighting("export-refused", String.valueOf(e.getMessage())));
    }
    try {
      LogVerifier.verify(folder, trust);
      return Optional.empty();
    } catch (LogException e) {
      return Optional.of(new Sighting(e.fault().code(), e.place()));
    } finally {
      ServerFolder.delete(folder);
    }
  }
}

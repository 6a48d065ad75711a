package org.safehand.cli.mirror;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.safehand.cli.outcome.CliCode;
import org.safehand.cli.outcome.CliException;
import org.safehand.custody.anchor.LogAnchor;
import org.safehand.custody.log.LogExport;
import org.safehand.custody.note.Checkpoint;
import org.safehand.custody.note.NoteException;
import org.safehand.custody.note.SignedNote;

/** Copies a log into a folder as a whole: after a failure the folder is not there. */
final class LogMirror {
  private final HttpLog log;

  LogMirror(HttpLog log) {
    this.log = requireNonNull(log, "log is null");
  }

  /** What the newest checkpoint commits to, into {@code out}, which must be absent or empty. */
  Checkpoint copy(Path out) throws CliException {
    byte[] newest = log.checkpoint();
    Path target = out.toAbsolutePath();
    Path parent = requireNonNull(target.getParent(), "a folder to write has a parent");
    try {
      SignedNote note = SignedNote.parse(newest);
      Checkpoint checkpoint = Checkpoint.of(note);
      List<LogAnchor> anchors = log.anchors(checkpoint.size());
      requireEmpty(target);
      Files.createDirectories(parent);
      Path work = Files.createTempDirectory(parent, ".mirror-");
      try {
        Path copy = work.resolve("log");
        new LogExport(log).write(note, anchors, copy);
        Files.deleteIfExists(target);
        Files.move(copy, target);
      } finally {
        delete(work);
      }
      return checkpoint;
    } catch (NoteException e) {
      throw new CliException(
          CliCode.ANSWER_MALFORMED, "checkpoint", String.valueOf(e.getMessage()));
    } catch (HttpLog.FetchFailure e) {
      throw e.failure();
    } catch (IOException e) {
      throw new CliException(CliCode.FILE_UNWRITABLE, out.toString(), e);
    }
  }

  private static void requireEmpty(Path target) throws CliException, IOException {
    if (!Files.exists(target)) {
      return;
    }
    if (!Files.isDirectory(target) || !isEmpty(target)) {
      throw new CliException(CliCode.OUTPUT_EXISTS, target.toString(), "is not an empty folder");
    }
  }

  private static boolean isEmpty(Path folder) throws IOException {
    try (var files = Files.list(folder)) {
      return files.findAny().isEmpty();
    }
  }

  static void delete(Path folder) throws IOException {
    Files.walkFileTree(
        folder,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
              throws IOException {
            Files.delete(file);
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult postVisitDirectory(Path done, @Nullable IOException failure)
              throws IOException {
            Files.delete(done);
            return FileVisitResult.CONTINUE;
          }
        });
  }
}

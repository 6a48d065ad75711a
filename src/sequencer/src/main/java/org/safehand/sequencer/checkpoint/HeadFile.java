package org.safehand.sequencer.checkpoint;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import org.safehand.custody.note.Checkpoint;
import org.safehand.custody.note.NoteException;
import org.safehand.custody.note.SignedNote;
import org.safehand.sequencer.fault.SequencerCode;
import org.safehand.sequencer.fault.SequencerException;

/**
 * The newest checkpoint, kept outside the database, so that a database that was rolled back is
 * noticed.
 */
public final class HeadFile {
  private final Path file;
  private final LogSigners signers;

  /**
   * The head file of the log of {@code signers}.
   *
   * @param file where it is; its folder is made if it is not there
   */
  public HeadFile(Path file, LogSigners signers) {
    this.file = requireNonNull(file, "file is null").toAbsolutePath();
    this.signers = requireNonNull(signers, "signers is null");
  }

  /** What is written in the file, if it is there. */
  public Optional<Checkpoint> read() throws SequencerException, IOException {
    byte[] bytes;
    try {
      bytes = Files.readAllBytes(file);
    } catch (NoSuchFileException e) {
      return Optional.empty();
    }
    try {
      return Optional.of(signers.verify(SignedNote.parse(bytes)));
    } catch (NoteException e) {
      throw new SequencerException(SequencerCode.HEAD_FILE, file + ": " + e.getMessage());
    }
  }

  /** Replaces the file in one step, so that a crash leaves the old one or the new one. */
  public void write(SignedNote note) throws IOException {
    Path folder = requireNonNull(file.getParent(), "the head file is in a folder");
    Files.createDirectories(folder);
    Path next = folder.resolve(file.getFileName() + ".next");
    try (FileChannel channel =
        FileChannel.open(
            next,
            StandardOpenOption.CREATE,
            StandardOpenOption.WRITE,
            StandardOpenOption.TRUNCATE_EXISTING)) {
      ByteBuffer bytes = ByteBuffer.wrap(note.bytes());
      while (bytes.hasRemaining()) {
        channel.write(bytes);
      }
      channel.force(true);
    }
    Files.move(next, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    try (FileChannel directory = FileChannel.open(folder, StandardOpenOption.READ)) {
      directory.force(true);
    }
  }

  @Override
  public String toString() {
    return file.toString();
  }
}

package org.safehand.cli.witness;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.safehand.cli.file.OwnerFile;
import org.safehand.cli.outcome.CliCode;
import org.safehand.cli.outcome.CliException;
import org.safehand.custody.note.CosignerKey;

/** The private key of a witness in a file that its owner alone may read. */
final class WitnessKeyFile {
  private final Path file;

  WitnessKeyFile(Path file) {
    this.file = requireNonNull(file, "file is null");
  }

  CosignerKey read() throws CliException {
    try {
      if (new OwnerFile(file).isShared()) {
        throw unusable("others than its owner may use it");
      }
      return CosignerKey.parse(Files.readString(file, UTF_8));
    } catch (IOException e) {
      throw new CliException(CliCode.FILE_UNREADABLE, file.toString(), e);
    } catch (IllegalArgumentException e) {
      throw unusable(String.valueOf(e.getMessage()));
    }
  }

  private CliException unusable(String reason) {
    return new CliException(CliCode.WITNESS_KEY_UNUSABLE, file.toString(), reason);
  }

  /** Writes {@code key} where nothing is yet. */
  void create(CosignerKey key) throws CliException {
    new OwnerFile(file).create(key.toNoteForm() + "\n");
  }
}

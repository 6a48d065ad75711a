package org.safehand.cli.dispatch;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.regex.Pattern;
import org.safehand.cli.outcome.CliCode;
import org.safehand.cli.outcome.CliException;

/**
 * A file that is not whole yet: {@code NAME.part}, and in {@code NAME.part.etag} of what it is a
 * part. It gets its name once it is whole, and never takes the place of another file.
 */
public final class PartFile {
  private static final Pattern STRONG_TAG = Pattern.compile("\"[\\x21\\x23-\\x7e]{1,256}\"");

  private final Path out;
  private final Path part;
  private final Path tag;

  private PartFile(Path out) {
    this.out = out;
    this.part = out.resolveSibling(out.getFileName() + ".part");
    this.tag = out.resolveSibling(out.getFileName() + ".part.etag");
  }

  /** The part that is to become {@code out}, which must not be there yet. */
  public static PartFile beside(Path out) throws CliException {
    Path absolute = requireNonNull(out, "out is null").toAbsolutePath();
    if (absolute.getFileName() == null || Files.exists(absolute, LinkOption.NOFOLLOW_LINKS)) {
      throw new CliException(CliCode.OUTPUT_EXISTS, out.toString(), "is there already");
    }
    return new PartFile(absolute);
  }

  /** Where the part is. */
  public Path path() {
    return part;
  }

  /** How much is here of the object that {@link #tag} names; 0 when that is not known. */
  long length() throws CliException {
    try {
      return tag().isPresent() ? Files.size(part) : 0;
    } catch (NoSuchFileException e) {
      return 0;
    } catch (IOException e) {
      throw unwritable(e);
    }
  }

  /** The strong entity tag of the object that this is a part of. */
  Optional<String> tag() throws CliException {
    try {
      return Optional.of(Files.readString(tag, UTF_8)).filter(PartFile::isStrong);
    } catch (NoSuchFileException e) {
      return Optional.empty();
    } catch (IOException e) {
      throw unwritable(e);
    }
  }

  private static boolean isStrong(String entityTag) {
    return STRONG_TAG.matcher(entityTag).matches();
  }

  /** Begins again, with a part of the object {@code entityTag}. */
  void restart(Optional<String> entityTag) throws CliException {
    try {
      Files.deleteIfExists(tag);
      Files.deleteIfExists(part);
      Optional<String> strong = entityTag.filter(PartFile::isStrong);
      if (strong.isPresent()) {
        Files.writeString(tag, strong.get(), UTF_8);
      }
    } catch (IOException e) {
      throw unwritable(e);
    }
  }

  /** Where the next bytes go. */
  FileChannel append() throws CliException {
    try {
      return FileChannel.open(
          part, StandardOpenOption.CREATE, StandardOpenOption.APPEND, StandardOpenOption.WRITE);
    } catch (IOException e) {
      throw unwritable(e);
    }
  }

  /** Everything is here: makes it last, and gives it its name. */
  public void finish() throws CliException {
    try {
      try (FileChannel channel = FileChannel.open(part, StandardOpenOption.WRITE)) {
        channel.force(true);
      }
      if (Files.exists(out, LinkOption.NOFOLLOW_LINKS)) {
        throw new CliException(CliCode.OUTPUT_EXISTS, out.toString(), "has come up meanwhile");
      }
      Files.move(part, out, StandardCopyOption.ATOMIC_MOVE);
      Files.deleteIfExists(tag);
    } catch (IOException e) {
      throw unwritable(e);
    }
  }

  /** The part cannot be written because of {@code cause}. */
  public CliException unwritable(IOException cause) {
    return new CliException(CliCode.FILE_UNWRITABLE, part.toString(), cause);
  }
}

package org.safehand.packaging.open;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import org.jspecify.annotations.Nullable;

/**
 * A folder that comes into being whole: written beside its place under another name, readable for
 * its owner alone, moved into place at the end or deleted.
 */
final class OpenFolder implements AutoCloseable {
  private final Path place;
  private final Path draft;
  private boolean moved;

  private OpenFolder(Path place, Path draft) {
    this.place = requireNonNull(place, "place is null");
    this.draft = requireNonNull(draft, "draft is null");
  }

  /**
   * Begins the folder {@code place}, whose parent must be there.
   *
   * @throws FileAlreadyExistsException if there is something at {@code place}
   */
  static OpenFolder begin(Path place) throws IOException {
    Path whole = place.toAbsolutePath().normalize();
    requireAbsent(whole);
    Path parent = whole.getParent();
    if (parent == null) {
      throw new FileAlreadyExistsException(whole.toString());
    }
    String name = "." + whole.getFileName() + ".part-";
    return new OpenFolder(whole, Files.createTempDirectory(parent, name));
  }

  /** Where to write until {@link #complete}. */
  Path draft() {
    return draft;
  }

  void complete() throws IOException {
    requireAbsent(place);
    Files.move(draft, place, StandardCopyOption.ATOMIC_MOVE);
    moved = true;
  }

  /** Deletes what was written, unless it was moved into place. */
  @Override
  public void close() throws IOException {
    if (!moved) {
      Files.walkFileTree(draft, new Deletion());
    }
  }

  private static void requireAbsent(Path place) throws FileAlreadyExistsException {
    if (Files.exists(place, LinkOption.NOFOLLOW_LINKS)) {
      throw new FileAlreadyExistsException(place.toString());
    }
  }

  private static final class Deletion extends SimpleFileVisitor<Path> {
    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
      Files.delete(file);
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult postVisitDirectory(Path folder, @Nullable IOException failure)
        throws IOException {
      if (failure != null) {
        throw failure;
      }
      Files.delete(folder);
      return FileVisitResult.CONTINUE;
    }
  }
}

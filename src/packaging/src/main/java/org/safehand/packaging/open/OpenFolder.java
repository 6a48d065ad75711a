package org.safehand.packaging.open;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import org.jspecify.annotations.Nullable;
import org.safehand.custody.digest.Digest;

/**
 * A folder that comes into being whole: written beside its place under another name, readable for
 * its owner alone, moved into place at the end or deleted. What a killed process left of the same
 * package is found again under that name.
 */
final class OpenFolder implements AutoCloseable {
  private static final int DIGITS = 16;
  private static final FileAttribute<?> OWNER_ONLY =
      PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));

  private final Path place;
  private final Path draft;
  private final Path claimFile;
  private final FileChannel claim;
  private boolean moved;

  private OpenFolder(Path place, Path draft, Path claimFile, FileChannel claim) {
    this.place = requireNonNull(place, "place is null");
    this.draft = requireNonNull(draft, "draft is null");
    this.claimFile = requireNonNull(claimFile, "claimFile is null");
    this.claim = requireNonNull(claim, "claim is null");
  }

  /**
   * Begins the folder {@code place}, whose parent must be there, for the package {@code digest}.
   *
   * @throws FileAlreadyExistsException if there is something at {@code place}, or somebody else
   *     writes it just now
   */
  static OpenFolder begin(Path place, Digest digest) throws IOException {
    Path whole = place.toAbsolutePath().normalize();
    requireAbsent(whole);
    Path parent = whole.getParent();
    if (parent == null) {
      throw new FileAlreadyExistsException(whole.toString());
    }
    String name = "." + whole.getFileName() + ".part-" + digest.hex().substring(0, DIGITS);
    Path claimFile = parent.resolve(name + ".lock");
    FileChannel claim = claimed(claimFile);
    try {
      return new OpenFolder(whole, draft(parent.resolve(name)), claimFile, claim);
    } catch (IOException | RuntimeException e) {
      claim.close();
      throw e;
    }
  }

  private static FileChannel claimed(Path file) throws IOException {
    FileChannel channel =
        FileChannel.open(
            file, StandardOpenOption.CREATE, StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS);
    try {
      if (channel.tryLock() != null) {
        return channel;
      }
    } catch (OverlappingFileLockException e) {
      // somebody else in this process: the same refusal
    }
    channel.close();
    throw new FileAlreadyExistsException(file.toString(), null, "is being written just now");
  }

  /** A folder of its owner's, made now or left by a process that was killed. */
  private static Path draft(Path draft) throws IOException {
    try {
      return Files.createDirectory(draft, OWNER_ONLY);
    } catch (FileAlreadyExistsException e) {
      if (Files.isDirectory(draft, LinkOption.NOFOLLOW_LINKS) && isOurs(draft)) {
        return draft;
      }
      throw e;
    }
  }

  /** Nobody else made it, in a folder that others may write to, to read what we put there. */
  private static boolean isOurs(Path draft) throws IOException {
    PosixFileAttributes found =
        Files.readAttributes(draft, PosixFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
    return found.permissions().equals(PosixFilePermissions.fromString("rwx------"))
        && found
            .owner()
            .equals(
                draft
                    .getFileSystem()
                    .getUserPrincipalLookupService()
                    .lookupPrincipalByName(System.getProperty("user.name")));
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
    try {
      if (!moved) {
        Files.walkFileTree(draft, new Deletion());
      }
    } finally {
      Files.deleteIfExists(claimFile);
      claim.close();
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

package org.safehand.store.vault;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;

/**
 * The calls to the file system on which durability depends, one method each.
 *
 * <p>Tests put a layer in between that fails at any one of them.
 */
interface FileLayer {
  /** Creates {@code file}, which must not exist, for writing; readable by the owner alone. */
  FileChannel create(Path file) throws IOException;

  /** Writes all that remains in {@code bytes}. */
  void write(FileChannel channel, ByteBuffer bytes) throws IOException;

  /** Forces content and length of the file to the disk. */
  void force(FileChannel channel) throws IOException;

  /** Renames within one file system, in one step, never over an existing file. */
  void rename(Path source, Path target) throws IOException;

  /** Forces the names in {@code directory} to the disk. */
  void forceDirectory(Path directory) throws IOException;
}

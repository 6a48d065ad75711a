package org.safehand.launcher.archive;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.tukaani.xz.XZInputStream;

/** Unpacks zip and tar.xz archives. An entry that would land outside the folder is refused. */
public final class Unpacker {
  private static final int OWNER_EXECUTE = 0100;

  private Unpacker() {}

  /** Unpacks a zip file without its single top folder. */
  public static void zip(Path archive, Path into) throws IOException {
    try (ZipFile zip = ZipFile.builder().setPath(archive).get()) {
      for (ZipArchiveEntry entry : Collections.list(zip.getEntries())) {
        String name = withoutTopFolder(entry.getName());
        if (entry.isDirectory() || name.isEmpty()) {
          continue;
        }
        try (InputStream in = zip.getInputStream(entry)) {
          write(in, target(into, name), (entry.getUnixMode() & OWNER_EXECUTE) != 0);
        }
      }
    }
  }

  /** Unpacks a tar.xz stream. */
  public static void tarXz(InputStream archive, Path into) throws IOException {
    try (TarArchiveInputStream tar =
        new TarArchiveInputStream(new XZInputStream(new BufferedInputStream(archive)))) {
      TarArchiveEntry entry = tar.getNextEntry();
      while (entry != null) {
        Path target = target(into, entry.getName());
        if (entry.isDirectory()) {
          Files.createDirectories(target);
        } else if (entry.isSymbolicLink()) {
          link(into, target, entry.getLinkName());
        } else {
          write(tar, target, (entry.getMode() & OWNER_EXECUTE) != 0);
        }
        entry = tar.getNextEntry();
      }
    }
  }

  private static void link(Path into, Path link, String to) throws IOException {
    Path folder = folderOf(link);
    target(into, into.relativize(folder.resolve(to).normalize()).toString());
    Files.createDirectories(folder);
    Files.createSymbolicLink(link, Path.of(to));
  }

  private static String withoutTopFolder(String name) {
    return name.substring(name.indexOf('/') + 1);
  }

  private static Path target(Path into, String name) throws IOException {
    Path target = into.resolve(name).normalize();
    if (!target.startsWith(into)) {
      throw new IOException("archive entry leaves its folder: " + name);
    }
    return target;
  }

  private static void write(InputStream in, Path target, boolean executable) throws IOException {
    Files.createDirectories(folderOf(target));
    Files.copy(in, target);
    if (executable) {
      Set<PosixFilePermission> mode = EnumSet.copyOf(Files.getPosixFilePermissions(target));
      mode.add(PosixFilePermission.OWNER_EXECUTE);
      Files.setPosixFilePermissions(target, mode);
    }
  }

  private static Path folderOf(Path file) throws IOException {
    Path folder = file.getParent();
    if (folder == null) {
      throw new IOException(file + " has no folder");
    }
    return folder;
  }
}

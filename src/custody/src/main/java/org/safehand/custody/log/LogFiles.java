package org.safehand.custody.log;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.safehand.custody.anchor.AnchorPath;
import org.safehand.custody.tree.BundleId;
import org.safehand.custody.tree.TileId;
import org.safehand.custody.tree.TreeLayout;

/**
 * The files that an export of a given size with given anchors has: these, as plain files, and
 * nothing else.
 */
final class LogFiles {
  private final Set<String> files = new HashSet<>();
  private final Set<String> folders = new HashSet<>();

  LogFiles(long size, List<Long> anchors) {
    TreeLayout layout = new TreeLayout(size);
    Stream<String> tiles = layout.tiles().map(TileId::path);
    Stream<String> bundles = layout.bundles().map(BundleId::path);
    Stream<String> anchored =
        anchors.stream().flatMap(at -> Stream.of(AnchorPath.checkpoint(at), AnchorPath.token(at)));
    Stream.of(Stream.of(LogFolder.CHECKPOINT), tiles, bundles, anchored)
        .flatMap(paths -> paths)
        .forEach(this::add);
  }

  private void add(String file) {
    files.add(file);
    for (int slash = file.indexOf('/'); slash >= 0; slash = file.indexOf('/', slash + 1)) {
      folders.add(file.substring(0, slash));
    }
  }

  int count() {
    return files.size();
  }

  /** Refuses a folder that has a file or folder too many or too few, or a link. */
  void require(Path folder) throws LogException, IOException {
    Set<String> missing = new HashSet<>(files);
    Set<String> unexpected = new TreeSet<>();
    Files.walkFileTree(
        folder,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult preVisitDirectory(Path path, BasicFileAttributes attributes) {
            if (path.equals(folder) || folders.contains(name(folder, path))) {
              return FileVisitResult.CONTINUE;
            }
            unexpected.add(name(folder, path));
            return FileVisitResult.SKIP_SUBTREE;
          }

          @Override
          public FileVisitResult visitFile(Path path, BasicFileAttributes attributes) {
            String name = name(folder, path);
            if (!attributes.isRegularFile() || !missing.remove(name)) {
              unexpected.add(name);
            }
            return FileVisitResult.CONTINUE;
          }
        });
    for (String name : new TreeSet<>(missing)) {
      throw new LogException(LogFault.FILE_MISSING, name, "a file", "none");
    }
    for (String name : unexpected) {
      throw new LogException(LogFault.FILE_UNEXPECTED, name, "nothing here", "a file or folder");
    }
  }

  private static String name(Path folder, Path path) {
    return folder.relativize(path).toString().replace('\\', '/');
  }
}

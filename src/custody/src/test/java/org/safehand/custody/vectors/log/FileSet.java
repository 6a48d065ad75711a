package org.safehand.custody.vectors.log;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import org.safehand.custody.encoding.CanonicalBase64;
import org.safehand.custody.vectors.form.Suite;
import org.safehand.custody.vectors.form.Vector;

/**
 * The files of a vector whose input is a folder: {@code file: PATH BASE64}. With {@code base: NAME}
 * they are those of the vector NAME, with these steps in their order: {@code file} puts or replaces
 * one, {@code no-file: PATH} takes one away, {@code byte: PATH OFFSET HEX} sets one byte.
 */
public final class FileSet {
  private final Map<String, byte[]> files = new TreeMap<>();

  public static FileSet of(Vector vector, Suite suite) {
    FileSet set = vector.has("base") ? of(suite.get(vector.text("base")), suite) : new FileSet();
    for (String path : vector.texts("no-file")) {
      requireNonNull(set.files.remove(path), () -> path + " is not there");
    }
    for (String file : vector.texts("file")) {
      String[] parts = file.split(" ", 2);
      set.files.put(parts[0], CanonicalBase64.decode(parts[1]).orElseThrow());
    }
    for (String change : vector.texts("byte")) {
      String[] parts = change.split(" ", -1);
      byte value = (byte) Integer.parseInt(parts[2], 16);
      requireNonNull(set.files.get(parts[0]), parts[0])[Integer.parseInt(parts[1])] = value;
    }
    return set;
  }

  /** The field that puts the file {@code path}. */
  public static Vector put(Vector vector, String path, byte[] bytes) {
    return vector.with("file", path + " " + CanonicalBase64.encode(bytes));
  }

  /** The field that sets one byte. */
  public static Vector set(Vector vector, String path, int offset, int value) {
    return vector.with("byte", path + " " + offset + " " + String.format("%02x", value & 0xff));
  }

  public byte[] get(String path) {
    return Arrays.copyOf(requireNonNull(files.get(path), path), files.get(path).length);
  }

  /** Whether there is no file. */
  public boolean isEmpty() {
    return files.isEmpty();
  }

  public void writeTo(Path folder) throws IOException {
    for (Map.Entry<String, byte[]> entry : files.entrySet()) {
      Path file = folder.resolve(entry.getKey());
      Files.createDirectories(requireNonNull(file.getParent(), "a file has a folder"));
      Files.write(file, entry.getValue());
    }
  }
}

package org.safehand.custody.vectors.form;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/** The vectors of one kind by name; in the folder each is a file {@code kind/name.txt}. */
public final class Suite {
  /** Where the suite is kept. */
  public static final Path FOLDER = Path.of("src/vectors");

  private static final String SUFFIX = ".txt";

  private final String kind;
  private final SortedMap<String, Vector> vectors = new TreeMap<>();
  private final Map<String, Path> unread = new HashMap<>();

  private Suite(String kind) {
    this.kind = kind;
  }

  /** What {@code kind} makes. */
  public static Suite made(VectorKind kind) throws Exception {
    Suite suite = new Suite(kind.name());
    kind.make(suite);
    return suite;
  }

  /** What is kept of {@code kind}; each file is read when it is asked for. */
  public static Suite kept(VectorKind kind) throws IOException {
    Suite suite = new Suite(kind.name());
    try (Stream<Path> files = Files.list(FOLDER.resolve(kind.name()))) {
      for (Path file : files.toList()) {
        String name = requireNonNull(file.getFileName(), "a file has a name").toString();
        suite.unread.put(name.substring(0, name.length() - SUFFIX.length()), file);
      }
    }
    return suite;
  }

  public void put(String name, Vector vector) {
    if (vectors.put(name, vector.ofKind(kind)) != null) {
      throw new IllegalArgumentException("two vectors " + kind + "/" + name);
    }
  }

  public Vector get(String name) {
    Path file = unread.remove(name);
    if (file != null) {
      try {
        put(name, Vector.parse(Files.readString(file, UTF_8)));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return requireNonNull(vectors.get(name), () -> kind + "/" + name + " is not there");
  }

  /** The names of all, in order. */
  public SortedSet<String> names() {
    SortedSet<String> names = new TreeSet<>(vectors.keySet());
    names.addAll(unread.keySet());
    return names;
  }

  public Map<String, Vector> vectors() {
    names().forEach(this::get);
    return Collections.unmodifiableMap(vectors);
  }

  /** Writes the files, in place of those that are there. */
  public void write() throws IOException {
    Path folder = FOLDER.resolve(kind);
    Files.createDirectories(folder);
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.toList()) {
        Files.delete(file);
      }
    }
    for (Map.Entry<String, Vector> vector : vectors.entrySet()) {
      Files.writeString(
          folder.resolve(vector.getKey() + SUFFIX), vector.getValue().format(), UTF_8);
    }
  }
}

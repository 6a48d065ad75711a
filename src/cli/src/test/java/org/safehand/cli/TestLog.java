package org.safehand.cli;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.safehand.custody.event.BlindLeaf;
import org.safehand.custody.note.Checkpoint;
import org.safehand.custody.note.LogKey;
import org.safehand.custody.tree.TreeWriter;

/** A signed log of leaves that are good, as the files that a gateway serves. */
public final class TestLog {
  public static final String ORIGIN = "example.org/log";
  private static final String HASH = "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=";

  private final Map<String, byte[]> files = new ConcurrentHashMap<>();
  private final List<BlindLeaf> leaves = new ArrayList<>();
  private final Checkpoint checkpoint;

  /**
   * A log of {@code size} leaves.
   *
   * @param year of all leaves from {@code fork} on; those before are of 2026
   */
  public TestLog(LogKey key, int size, int fork, int year) {
    TreeWriter tree = new TreeWriter();
    for (int i = 0; i < size; i++) {
      leaves.add(leaf(i, i < fork ? 2026 : year));
      tree.append(leaves.get(i).bytes());
    }
    checkpoint = new Checkpoint(ORIGIN, size, tree.root());
    TreeWriter.Growth growth = tree.takeGrowth();
    growth.tiles().forEach(tile -> files.put(tile.id().path(), tile.bytes()));
    growth.bundles().forEach(bundle -> files.put(bundle.id().path(), bundle.bytes()));
    files.put("checkpoint", key.sign(checkpoint).bytes());
  }

  public TestLog(LogKey key, int size) {
    this(key, size, size, 2026);
  }

  private static BlindLeaf leaf(int index, int year) {
    String time =
        String.format("%d-11-24T%02d:%02d:%02dZ", year, index / 3600, index / 60 % 60, index % 60);
    String leaf =
        String.format(
            "{\"d\":\"%1$s\",\"h\":\"%1$s\",\"l\":\"%1$s\",\"t\":\"%2$s\",\"tag\":\"%1$s\",\"v\":1}",
            HASH, time);
    return BlindLeaf.of(leaf.getBytes(US_ASCII)).orElseThrow();
  }

  public BlindLeaf leaf(int index) {
    return leaves.get(index);
  }

  public Checkpoint checkpoint() {
    return checkpoint;
  }

  /** The files by their paths; to be altered at will. */
  public Map<String, byte[]> files() {
    return files;
  }

  /** Alters one bit of the file {@code path}. */
  public void flip(String path, int at) {
    requireNonNull(files.get(path), path)[at] ^= 1;
  }

  /** Serves the files below {@code /log/}. */
  public void on(TestServer server) {
    server.on(
        "/log/",
        exchange -> {
          byte[] file = files.get(exchange.getRequestURI().getPath().substring("/log/".length()));
          exchange.sendResponseHeaders(file == null ? 404 : 200, file == null ? -1 : file.length);
          if (file != null) {
            exchange.getResponseBody().write(file);
          }
        });
  }

  /** Writes the files below {@code folder}. */
  public Path write(Path folder) throws IOException {
    for (Map.Entry<String, byte[]> file : new TreeMap<>(files).entrySet()) {
      Path path = folder.resolve(file.getKey());
      Files.createDirectories(requireNonNull(path.getParent(), "a file has a folder"));
      Files.write(path, file.getValue());
    }
    return folder;
  }
}

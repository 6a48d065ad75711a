package org.safehand.cli.mirror;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.safehand.cli.CommandRun;
import org.safehand.cli.TestServer;
import org.safehand.custody.note.Checkpoint;
import org.safehand.custody.note.LogKey;
import org.safehand.custody.tree.TreeWriter;

class LogMirrorTest {
  private static final String ORIGIN = "example.org/log";
  private static final int SIZE = 600;

  private final TestServer server = new TestServer();
  private final Map<String, byte[]> files = new ConcurrentHashMap<>();
  private final Path folder;
  private final Path out;

  LogMirrorTest(@TempDir Path folder) throws Exception {
    this.folder = folder;
    this.out = folder.resolve("log");
    TreeWriter tree = new TreeWriter();
    for (int i = 0; i < SIZE; i++) {
      tree.append(("entry " + i).getBytes(UTF_8));
    }
    Checkpoint checkpoint = new Checkpoint(ORIGIN, SIZE, tree.root());
    TreeWriter.Growth growth = tree.takeGrowth();
    growth.tiles().forEach(tile -> files.put(tile.id().path(), tile.bytes()));
    growth.bundles().forEach(bundle -> files.put(bundle.id().path(), bundle.bytes()));
    files.put("checkpoint", LogKey.generate(ORIGIN, new SecureRandom()).sign(checkpoint).bytes());
    server.on("/log/", this::serve);
  }

  private void serve(HttpExchange exchange) throws IOException {
    byte[] file = files.get(exchange.getRequestURI().getPath().substring("/log/".length()));
    exchange.sendResponseHeaders(file == null ? 404 : 200, file == null ? -1 : file.length);
    if (file != null) {
      exchange.getResponseBody().write(file);
    }
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private CommandRun mirror() throws IOException {
    return CommandRun.of(
        "log", "mirror", "--server", server.origin(), "--ca", server.pemFile(folder), "--out", out);
  }

  private Map<String, String> copied() throws IOException {
    Map<String, String> copied = new TreeMap<>();
    try (Stream<Path> paths = Files.walk(out)) {
      for (Path path : paths.filter(Files::isRegularFile).toList()) {
        copied.put(out.relativize(path).toString(), hex(Files.readAllBytes(path)));
      }
    }
    return copied;
  }

  private static String hex(byte[] bytes) {
    return HexFormat.of().formatHex(bytes);
  }

  @Test
  void log_mirrored_isExactlyTheFilesOfItsSize() throws Exception {
    CommandRun run = mirror();

    assertThat(run.exit()).as(run.toString()).isZero();
    Map<String, String> served = new TreeMap<>();
    files.forEach((path, bytes) -> served.put(path, hex(bytes)));
    assertThat(copied()).isEqualTo(served);
    assertThat(copied()).containsKeys("checkpoint", "tile/0/002.p/88", "tile/entries/000");
    assertThat(run.out()).contains("600");
  }

  @Test
  void tile_missing_leavesNoFolder() throws Exception {
    files.remove("tile/entries/001");

    CommandRun run = mirror();

    assertThat(run.exit()).isEqualTo(6);
    assertThat(run.err()).contains("/log/tile/entries/001");
    assertThat(folder).isDirectoryNotContaining("glob:**/*log*");
    assertThat(folder).isDirectoryNotContaining("glob:**/.mirror*");
  }

  @Test
  void tile_short_isRefused() throws Exception {
    files.put("tile/0/000", new byte[32]);

    CommandRun run = mirror();

    assertThat(run.exit()).isEqualTo(8);
    assertThat(run.err()).startsWith("answer-malformed: GET ").contains("not 256 hashes");
  }

  @Test
  void folder_notEmpty_isKept() throws Exception {
    mirror();

    CommandRun run = mirror();

    assertThat(run.exit()).isEqualTo(9);
    assertThat(run.err()).startsWith("output-exists: ");
    assertThat(out.resolve("checkpoint")).exists();
  }
}

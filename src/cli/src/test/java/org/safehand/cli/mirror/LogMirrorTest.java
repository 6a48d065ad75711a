package org.safehand.cli.mirror;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.safehand.cli.CommandRun;
import org.safehand.cli.TestServer;
import org.safehand.custody.anchor.LogAnchor;
import org.safehand.custody.note.Checkpoint;
import org.safehand.custody.note.LogKey;
import org.safehand.custody.note.SignedNote;
import org.safehand.custody.tree.TreeWriter;
import org.safehand.packaging.sample.SampleHotline;

class LogMirrorTest {
  private static final String ORIGIN = "example.org/log";
  private static final int SIZE = 600;

  private final TestServer server = new TestServer();
  private final Map<String, byte[]> files = new ConcurrentHashMap<>();
  private final List<String> queries = new CopyOnWriteArrayList<>();
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
    queries.add(exchange.getRequestURI().toString());
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

  private byte[] checkpoint() {
    return requireNonNull(files.get("checkpoint"), "no checkpoint is served");
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
  void log_withAnchors_isMirroredWithTheNewestAtItsSize() throws Exception {
    SignedNote note = SignedNote.parse(checkpoint());
    byte[] token = new SampleHotline().stamp(LogAnchor.stamped(note)).bytes();
    files.put("anchors", "{\"items\":[{\"size\":600},{\"size\":5}]}".getBytes(UTF_8));
    files.put("anchor/600/checkpoint", note.bytes());
    files.put("anchor/600/token.tsr", token);

    CommandRun run = mirror();

    assertThat(run.exit()).as(run.toString()).isZero();
    assertThat(queries).contains("/log/anchors?before=601");
    assertThat(copied())
        .containsEntry("anchor/00000000000000000600/checkpoint", hex(note.bytes()))
        .containsEntry("anchor/00000000000000000600/token.tsr", hex(token))
        .hasSize(10);
  }

  @Test
  void anchor_malformed_isRefusedAndLeavesNoFolder() throws Exception {
    files.put("anchors", "{\"items\":[{\"size\":600}]}".getBytes(UTF_8));
    files.put("anchor/600/checkpoint", checkpoint());
    files.put("anchor/600/token.tsr", new byte[] {0x30, 0});

    CommandRun run = mirror();

    assertThat(run.exit()).isEqualTo(8);
    assertThat(run.err()).startsWith("answer-malformed: GET ").contains("anchor/600/token.tsr");
    assertThat(folder).isDirectoryNotContaining("glob:**/*log*");
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

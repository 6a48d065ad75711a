package org.safehand.sequencer;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.safehand.custody.event.NodeKey;
import org.safehand.custody.note.LogKey;

/** The process itself: its environment, its lines, its end. */
@Timeout(60)
class MainTest {
  private final NodeKey node = NodeKey.generate("node-1", new SecureRandom());
  private final LogKey logKey = LogKey.generate("example.org/log", new SecureRandom());
  private final TestDatabase database = new TestDatabase();
  private final Path temp;
  private final ProcessBuilder process;

  MainTest(@TempDir Path temp) throws SQLException, IOException {
    this.temp = temp;
    Path java = Path.of(System.getProperty("java.home"), "bin", "java");
    process =
        new ProcessBuilder(
            java.toString(),
            "-XX:TieredStopAtLevel=1",
            "-cp",
            System.getProperty("java.class.path"),
            Main.class.getName());
    process
        .environment()
        .putAll(
            Map.of(
                "SAFEHAND_SEQUENCER_DB_URL", database.url(),
                "SAFEHAND_SEQUENCER_DB_USER", TestDatabase.SEQUENCER,
                "SAFEHAND_SEQUENCER_DB_PASSWORD", TestDatabase.PASSWORD,
                "SAFEHAND_LOG_KEY", write("log.skey", logKey.toNoteForm()),
                "SAFEHAND_NODE_KEYS", write("node-keys", node.verifierKey().toLine() + "\n"),
                "SAFEHAND_LOG_ORIGIN", "example.org/log",
                "SAFEHAND_LOG_HEAD", temp.resolve("head").toString()));
    process.redirectError(temp.resolve("err").toFile());
  }

  private String write(String name, String text) throws IOException {
    return Files.writeString(temp.resolve(name), text).toString();
  }

  @Test
  void process_servesAndStopsOnSigterm() throws Exception {
    new CustodyRows(database).record(UUID.randomUUID(), 20, node);
    Process sequencer = process.start();
    try (BufferedReader out = sequencer.inputReader(UTF_8)) {
      assertThat(out.readLine()).isEqualTo("sequencer ready: size 0");
      while (database.longs("select size from log_head where size = 20").isEmpty()) {
        Thread.sleep(20);
      }
      // not Process.destroy, which closes the stream that is read below
      assertThat(sequencer.toHandle().destroy()).isTrue();
      assertThat(out.readLine()).isEqualTo("sequencer stopped: size 20");
      assertThat(sequencer.waitFor(20, TimeUnit.SECONDS)).isTrue();
    } finally {
      sequencer.destroyForcibly();
    }
    assertThat(Files.readString(temp.resolve("err"))).isEmpty();
    assertThat(Files.readString(temp.resolve("head"))).startsWith("example.org/log\n20\n");
  }

  @Test
  void missingOrWrongSettings_oneLineAndExit1() throws Exception {
    process.environment().remove("SAFEHAND_LOG_HEAD");
    assertRefused("sequencer refuses to serve: sequencer-settings: SAFEHAND_LOG_HEAD is not set");
    process.environment().put("SAFEHAND_LOG_HEAD", temp.resolve("head").toString());
    write("node-keys", "node-1 x\n");
    assertRefused("sequencer refuses to serve: sequencer-settings: node keys ");
    write("log.skey", "x");
    assertRefused("sequencer refuses to serve: sequencer-settings: SAFEHAND_LOG_KEY ");
  }

  @Test
  void restore_fromAFolder_saysWhatItDidOrWhyNot() throws Exception {
    TestLog log = new TestLog(temp);
    log.grow(5);
    Path export = log.export("log_witnessed", 5, "export");
    log.useDatabase(database);
    process.environment().putAll(log.environment());

    process.command().add("restore");
    assertEnd(2, "usage: safehand-sequencer [restore --from DIR]");
    process.command().addAll(List.of("--from", temp.resolve("absent").toString()));
    assertEnd(1, "sequencer refuses to serve: sequencer-restore-refused: ");
    process.command().set(process.command().size() - 1, export.toString());
    process.redirectOutput(temp.resolve("out").toFile());
    assertThat(process.start().waitFor()).isZero();
    assertThat(Files.readString(temp.resolve("out")))
        .isEqualTo("restored: entries 0 to 4, events lost for good: 5\n");
    assertEnd(1, "sequencer refuses to serve: sequencer-restore-refused: the database holds");
  }

  private void assertRefused(String line) throws Exception {
    assertEnd(1, line);
  }

  private void assertEnd(int exit, String line) throws Exception {
    Process sequencer = process.start();
    assertThat(sequencer.waitFor()).isEqualTo(exit);
    assertThat(Files.readString(temp.resolve("err")).lines())
        .singleElement()
        .satisfies(found -> assertThat(found).startsWith(line));
  }
}

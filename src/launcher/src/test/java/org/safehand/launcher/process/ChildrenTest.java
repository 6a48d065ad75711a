package org.safehand.launcher.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.safehand.launcher.fault.LaunchCode;
import org.safehand.launcher.fault.LaunchException;
import org.safehand.launcher.place.VarFolder;

class ChildrenTest {
  private static final Duration SOON = Duration.ofSeconds(10);

  private final Path temporary;
  private VarFolder folder;
  private Children children;

  ChildrenTest(@TempDir Path temporary) {
    this.temporary = temporary;
  }

  @BeforeEach
  void set() {
    folder = new VarFolder(temporary.resolve("a folder with spaces"));
    children = new Children(folder);
  }

  @AfterEach
  void endAll() throws IOException, LaunchException {
    children.killStarted();
  }

  @Test
  void child_started_outlivesTheObjectThatStartedIt() throws IOException, LaunchException {
    children.start(shell("exec sleep 60"));
    Children later = new Children(folder);
    assertThat(later.running("child")).isTrue();
    assertThat(later.stop("child", SOON)).isTrue();
    assertThat(later.running("child")).isFalse();
    assertThat(later.stop("child", SOON)).isFalse();
  }

  @Test
  void pid_ofAProcessThatStartedAtAnotherTime_isNeverSignalled()
      throws IOException, LaunchException {
    children.start(shell("exec sleep 60"));
    Path pidFile = folder.pids().resolve("child.pid");
    String mine = Files.readString(pidFile);
    long pid = Long.parseLong(mine.lines().findFirst().orElseThrow());
    Files.writeString(pidFile, pid + "\n" + 1_000_000_000_000L + "\n");
    assertThat(new Children(folder).running("child")).isFalse();
    assertThat(new Children(folder).stop("child", SOON)).isFalse();
    assertThat(ProcessHandle.of(pid)).hasValueSatisfying(p -> assertThat(p.isAlive()).isTrue());
    Files.writeString(pidFile, mine);
  }

  @Test
  void child_thatEndsBeforeItIsReady_isReportedWithItsLastWords() throws IOException {
    Child child = children.start(shell("echo first; echo no such key; exit 3"));
    assertThatExceptionOfType(LaunchException.class)
        .isThrownBy(() -> child.awaitReady(() -> false, SOON))
        .withMessageContaining("no such key")
        .satisfies(e -> assertThat(e.code()).isEqualTo(LaunchCode.SERVER_DIED));
  }

  @Test
  void child_thatIsNeverReady_isReportedAfterTheTime() throws IOException {
    Child child = children.start(shell("exec sleep 60"));
    assertThatExceptionOfType(LaunchException.class)
        .isThrownBy(() -> child.awaitReady(() -> false, Duration.ofMillis(300)))
        .satisfies(e -> assertThat(e.code()).isEqualTo(LaunchCode.SERVER_NOT_READY));
  }

  @Test
  void child_thatIgnoresTheSignal_isReportedAndCanBeKilled() throws IOException, Exception {
    Child child = children.start(shell("trap '' TERM; echo deaf; while :; do sleep 1; done"));
    child.awaitReady(() -> child.log().find("deaf").isPresent(), SOON);
    assertThatExceptionOfType(LaunchException.class)
        .isThrownBy(() -> children.stop("child", Duration.ofMillis(500)))
        .satisfies(e -> assertThat(e.code()).isEqualTo(LaunchCode.SERVER_NOT_STOPPED));
    assertThat(children.kill("child")).isTrue();
    assertThat(children.running("child")).isFalse();
  }

  @Test
  void log_ofAnEarlierRun_isNotReadAgain() throws Exception {
    Child first = children.start(shell("echo ready"));
    assertThat(first.awaitEnd(SOON)).isTrue();
    Child second = children.start(shell("echo starting; exec sleep 60"));
    second.awaitReady(() -> second.log().find("starting").isPresent(), SOON);
    assertThat(second.log().find("ready")).isEmpty();
    assertThat(Files.readString(second.log().file())).contains("ready", "starting");
  }

  private ChildSpec shell(String script) {
    return new ChildSpec("child", List.of("sh", "-c", script), Map.of(), folder.root());
  }
}

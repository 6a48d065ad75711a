package org.safehand.web.audit;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.safehand.custody.digest.Digest;
import org.safehand.custody.event.EventHeader;
import org.safehand.custody.json.Jcs;
import org.safehand.custody.json.JsonException;
import org.safehand.custody.json.JsonObject;
import org.safehand.referral.access.StaffNumber;
import org.safehand.referral.anchor.AnchorAuditFile;
import org.safehand.referral.anchor.FileMark;
import org.safehand.referral.sample.Hotline;
import org.safehand.referral.sample.People;

class AuditTrailTest {
  private static final Duration PERIOD = Duration.ofMinutes(1);

  private final Path folder;
  private final Hotline hotline = new Hotline();
  private final AtomicLong nanos = new AtomicLong(Long.MAX_VALUE - 5);
  private boolean databaseDown;
  private final AnchorAuditFile anchor =
      new AnchorAuditFile(hotline.ports.unit(), hotline.journal, People.NODE);
  private final AuditTrail trail;

  AuditTrailTest(@TempDir Path temp) {
    this.folder = temp.resolve("audit");
    this.trail =
        new AuditTrail(
            new AuditSettings(folder, new StaffNumber("node-1"), PERIOD),
            AuditTrail.FILE_LIMIT,
            hotline.ports.clock(),
            nanos::get,
            this::anchor);
  }

  private void anchor(FileMark mark) {
    if (databaseDown) {
      throw new IllegalStateException("planted: the database is down");
    }
    anchor.anchor(mark);
  }

  @Test
  void refusal_noted_isALineWithoutTheQuery() throws Exception {
    trail.note(line("/api/v1/referrals"));
    trail.work(null);
    JsonObject json = lines().get(0);
    assertThat(json.members())
        .containsOnlyKeys("address", "code", "method", "path", "status", "time", "trace");
    assertThat(json.string("path")).isEqualTo("/api/v1/referrals");
    assertThat(json.string("code")).isEqualTo("unauthenticated");
    assertThat(json.integer("status")).isEqualTo(401);
  }

  @Test
  void path_withATokenOrLineBreakInIt_isWrittenWithoutThem() throws Exception {
    trail.note(line("/api/" + "eyJ".repeat(40) + "/x\n{\"code\":\"forged\"}\u00e9"));
    trail.note(line("/" + "a/".repeat(500)));
    trail.work(null);
    assertThat(lines()).hasSize(2);
    assertThat(lines().get(0).string("path")).isEqualTo("/api/~/x?{\"code\":\"forged\"}?");
    assertThat(lines().get(1).string("path")).hasSize(257).endsWith("~");
  }

  @Test
  void flood_of10000_leavesFewLinesTheCountOfTheRestAndNoLeaf() throws Exception {
    int leaves = hotline.ports.recorder().size();
    for (int i = 0; i < 10_000; i++) {
      trail.note(line("/api/v1/me"));
    }
    trail.work(null);

    assertThat(lines()).hasSize(501);
    assertThat(lines().get(500).integer("dropped")).isEqualTo(9_500);
    assertThat(hotline.ports.recorder().size()).isEqualTo(leaves);

    passes(PERIOD);
    trail.work(null);
    assertThat(hotline.ports.recorder().size()).as("one anchor for all").isEqualTo(leaves + 1);
    assertThat(lines()).hasSize(501);
  }

  @Test
  void flood_thatGoesOn_leavesFiftyLinesASecondAndOneCount() throws Exception {
    for (int i = 0; i < 600; i++) {
      trail.note(line("/api/v1/me"));
    }
    trail.work(null);
    passes(Duration.ofSeconds(1));
    for (int i = 0; i < 600; i++) {
      trail.note(line("/api/v1/me"));
    }
    trail.work(null);
    assertThat(lines()).hasSize(500 + 1 + 50 + 1);
    assertThat(lines().get(551).integer("dropped")).isEqualTo(550);
  }

  @Test
  void folder_thatCannotBeWritten_dropsAndCountsUntilItCan() throws Exception {
    Files.writeString(folder, "a file in the place of the folder");
    trail.note(line("/one"));
    trail.note(line("/two"));
    trail.work(null);
    Files.delete(folder);
    trail.note(line("/three"));
    trail.work(null);
    assertThat(folder).as("not tried again at once").doesNotExist();
    passes(Duration.ofSeconds(1));
    trail.note(line("/four"));
    trail.work(null);
    assertThat(lines()).hasSize(2);
    assertThat(lines().get(0).string("path")).isEqualTo("/four");
    assertThat(lines().get(1).integer("dropped")).isEqualTo(3);
  }

  @Test
  void file_grown_isAnchoredOncePerPeriod() throws Exception {
    trail.note(line("/one"));
    trail.work(null);
    assertThat(hotline.ports.recorder().systemTypes()).isEmpty();
    passes(PERIOD);
    trail.work(null);
    byte[] content = Files.readAllBytes(folder.resolve("audit-node-1.jsonl"));
    EventHeader event = hotline.ports.recorder().newest().event().header();
    assertThat(event.fact("auditFile")).contains("audit-node-1.jsonl");
    assertThat(event.fact("bytes")).contains(Integer.toString(content.length));
    assertThat(event.fact("sha256")).contains(Digest.of(content).hex());
    passes(PERIOD);
    trail.work(null);
    assertThat(hotline.ports.recorder().systemTypes()).containsExactly("anchored");
  }

  @Test
  void anchor_thatFails_isTriedAgainAndLosesNoLine() throws Exception {
    trail.note(line("/one"));
    databaseDown = true;
    passes(PERIOD);
    trail.work(null);
    assertThat(hotline.ports.recorder().systemTypes()).isEmpty();
    databaseDown = false;
    passes(PERIOD);
    trail.work(null);
    assertThat(hotline.ports.recorder().systemTypes()).containsExactly("anchored");
    assertThat(lines()).hasSize(1);
  }

  @Test
  void trail_started_writesOnItsOwnThreadAndItsLastLinesAtTheEnd() throws Exception {
    List<Thread> threads = new ArrayList<>();
    trail.start(
        work -> {
          Thread thread = new Thread(work);
          threads.add(thread);
          return thread;
        });
    for (int i = 0; i < 20; i++) {
      trail.note(line("/" + i));
    }
    trail.close();
    assertThat(threads).singleElement().matches(thread -> !thread.isAlive());
    assertThat(lines()).hasSize(20);
  }

  private void passes(Duration time) {
    nanos.addAndGet(time.toNanos());
  }

  private AuditLine line(String path) {
    return new AuditLine(
        hotline.ports.clock().instant(), "192.0.2.1", "GET", path, 401, "unauthenticated", "0123");
  }

  private List<JsonObject> lines() throws IOException {
    List<JsonObject> lines = new ArrayList<>();
    for (String line :
        Files.readString(folder.resolve("audit-node-1.jsonl"), UTF_8).split("\n", -1)) {
      if (!line.isEmpty()) {
        try {
          lines.add(Jcs.readObject(line.getBytes(UTF_8)));
        } catch (JsonException e) {
          throw new IOException(line, e);
        }
      }
    }
    return lines;
  }
}

package org.safehand.custody.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.safehand.custody.audit.AuditFixture.FIRST;
import static org.safehand.custody.audit.AuditFixture.SECOND;
import static org.safehand.custody.audit.AuditFixture.SYSTEM;

import java.security.SecureRandom;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.safehand.custody.chain.TagKey;
import org.safehand.custody.chain.TagPeriod;
import org.safehand.custody.event.EventType;
import org.safehand.custody.event.RecordedEvent;
import org.safehand.custody.note.Checkpoint;
import org.safehand.custody.note.LogKey;
import org.safehand.custody.stored.Opening;
import org.safehand.custody.stored.StoredEvent;
import org.safehand.custody.stored.StoredLog.IndexedLeaf;
import org.safehand.custody.stored.StoredLog.StoredChain;
import org.safehand.custody.stored.StoredLog.StoredCheckpoint;
import org.safehand.custody.stored.StoredLog.StoredHead;
import org.safehand.custody.tree.BundleId;
import org.safehand.custody.tree.Tile;
import org.safehand.custody.tree.TileId;

class LogAuditTest extends AuditedLog {
  private static StoredEvent row(StoredEvent event, UUID eventId, String type) {
    return new StoredEvent(
        eventId,
        event.caseId(),
        event.sequence(),
        type,
        event.leaf(),
        event.leafHash(),
        event.signature(),
        event.opening());
  }

  @Test
  void untouchedLog_holds() {
    AuditReport report = audit();
    assertThat(report.findings()).isEmpty();
    assertThat(report.holds()).isTrue();
    assertThat(report.events()).isEqualTo(300);
    assertThat(report.size()).isEqualTo(300);
    assertThat(report.root()).isEqualTo(log.head.orElseThrow().root());
  }

  @Test
  void emptyLog_holds() {
    log.events.clear();
    log.leaves.clear();
    log.chains.clear();
    log.checkpoints.clear();
    log.head = Optional.empty();
    log.clearTiles();
    assertThat(audit().holds()).isTrue();
  }

  @Test
  void bodyThatDoesNotOpen_found() {
    change(FIRST, 5, event -> opening(event, new Opening.Broken("the tag does not hold")));
    assertFound(AuditFault.BODY);
    assertThat(audit().findings().get(0).place()).contains(FIRST.toString()).endsWith("event 5");
  }

  @Test
  void bodyOfAnotherEvent_found() {
    Opening other = log.events.get(log.at(FIRST, 6)).opening();
    change(FIRST, 5, event -> opening(event, other));
    assertFound(AuditFault.ROW, AuditFault.CASE_LINK, AuditFault.TAG);
  }

  @Test
  void rowWithAnotherIdOrType_found() {
    change(FIRST, 5, event -> row(event, UUID.randomUUID(), event.type()));
    assertFound(AuditFault.ROW);
    change(FIRST, 5, event -> row(event, recorded(FIRST, 5).event().header().eventId(), "sealed"));
    assertFound(AuditFault.ROW);
  }

  @Test
  void eventTakenAway_found() {
    log.events.remove(log.at(SECOND, 7));
    assertFound(AuditFault.CASE_GAP, AuditFault.CASE_LINK);
  }

  @Test
  void lastEventTakenAway_found() {
    log.events.remove(log.at(SECOND, 99));
    assertFound(AuditFault.CASE_HEAD);
  }

  @Test
  void lastEventTakenAwayWithItsHead_foundByTheEntryWithoutEvent() {
    log.events.remove(log.at(SECOND, 99));
    log.leaves.remove(298);
    log.chains.removeIf(chain -> chain.caseId().equals(SECOND));
    log.chains.add(
        new StoredChain(SECOND, 99, Optional.of(recorded(SECOND, 98).leaf().leafHash())));
    assertFound(AuditFault.INDEX);
  }

  @Test
  void wholeCaseTakenAway_found() {
    log.events.removeIf(event -> event.caseId().equals(FIRST));
    assertFound(AuditFault.CASE_HEAD);
  }

  @Test
  void headTakenAway_found() {
    log.chains.removeIf(chain -> chain.caseId().equals(FIRST));
    assertFound(AuditFault.CASE_HEAD);
  }

  @Test
  void placeTakenTwice_found() {
    log.events.add(log.events.get(log.at(FIRST, 5)));
    assertFound(AuditFault.CASE_GAP, AuditFault.CASE_LINK);
  }

  @Test
  void leafChangedOrMalformed_found() {
    change(
        FIRST,
        5,
        event ->
            new StoredEvent(
                event.eventId(),
                event.caseId(),
                event.sequence(),
                event.type(),
                Optional.of(recorded(FIRST, 6).leaf()),
                event.leafHash(),
                event.signature(),
                event.opening()));
    assertFound(AuditFault.LEAF, AuditFault.NODE_SIGNATURE);
    change(
        FIRST,
        5,
        event ->
            new StoredEvent(
                event.eventId(),
                event.caseId(),
                event.sequence(),
                event.type(),
                Optional.empty(),
                event.leafHash(),
                event.signature(),
                event.opening()));
    assertFound(AuditFault.LEAF);
  }

  @Test
  void tagOfAnotherKey_found() {
    RecordedEvent event = recorded(FIRST, 5);
    TagKey other = TagKey.ofBytes(new byte[TagKey.LENGTH]);
    change(
        FIRST, 5, row -> opening(row, new Opening.Opened(event, List.of(new TagPeriod(0, other)))));
    assertFound(AuditFault.TAG);
  }

  @Test
  void keyDestroyed_foundUnlessItIsOnRecord() {
    for (int sequence = 0; sequence < 100; sequence++) {
      change(FIRST, sequence, event -> opening(event, new Opening.KeyGone()));
    }
    assertFound(AuditFault.KEY_MISSING);
    log.add(SECOND, EventType.RETENTION_ERASED, Map.of("case", FIRST.toString()));
    log.publish();
    assertFound(AuditFault.KEY_MISSING);
    log.add(SYSTEM, EventType.RETENTION_ERASED, Map.of("case", "x"));
    log.publish();
    assertFound(AuditFault.KEY_MISSING);
    log.add(SYSTEM, EventType.RETENTION_ERASED, Map.of("case", FIRST.toString()));
    log.publish();
    assertThat(audit().findings()).isEmpty();
  }

  @Test
  void indexesSwapped_found() {
    IndexedLeaf one = log.leaves.get(10);
    IndexedLeaf two = log.leaves.get(11);
    log.leaves.set(10, new IndexedLeaf(10, two.leafHash(), false));
    log.leaves.set(11, new IndexedLeaf(11, one.leafHash(), false));
    assertFound(AuditFault.ENTRY);
  }

  @Test
  void indexMissingTwiceOrBeyond_found() {
    IndexedLeaf one = log.leaves.remove(10);
    assertFound(AuditFault.INDEX);
    log.leaves.add(new IndexedLeaf(300, one.leafHash(), false));
    assertFound(AuditFault.INDEX);
    log.leaves.set(299, one);
    log.leaves.add(new IndexedLeaf(11, OTHER, false));
    assertFound(AuditFault.INDEX);
  }

  @Test
  void tilesChanged_foundOnEachLevel() {
    for (int level = 0; level < 2; level++) {
      int changed = level;
      log.changeTiles(
          tile -> {
            byte[] bytes = tile.bytes();
            bytes[bytes.length - 1] ^= (byte) (tile.id().level() == changed ? 1 : 0);
            return new Tile(tile.id(), bytes);
          });
      assertFound(AuditFault.TILE);
      assertThat(audit().findings())
          .allSatisfy(finding -> assertThat(finding.place()).startsWith("tile/" + changed + "/"));
    }
  }

  @Test
  void headOfAnotherSizeOrRoot_found() {
    StoredHead head = log.head.orElseThrow();
    log.head = Optional.of(new StoredHead(300, OTHER));
    assertFound(AuditFault.HEAD);
    log.head = Optional.of(new StoredHead(301, head.root()));
    assertFound(AuditFault.ENTRIES_UNREADABLE);
    log.head = Optional.of(new StoredHead(299, head.root()));
    assertThat(audit().findings())
        .extracting(Finding::fault)
        .contains(AuditFault.HEAD, AuditFault.INDEX, AuditFault.CHECKPOINT);
  }

  @Test
  void checkpointForgedOldOrNew_found() {
    LogKey stranger = LogKey.generate(AuditFixture.KEY.name(), new SecureRandom());
    for (int at = 0; at < log.checkpoints.size(); at++) {
      StoredCheckpoint good = log.checkpoints.get(at);
      Checkpoint otherRoot = new Checkpoint(AuditFixture.KEY.name(), good.size(), OTHER);
      for (String note :
          new String[] {
            "",
            AuditFixture.KEY.sign(otherRoot).toString(),
            good.note().replace("\n" + good.size() + "\n", "\n" + (good.size() + 1) + "\n"),
            stranger.sign(otherRoot).toString()
          }) {
        log.checkpoints.set(at, new StoredCheckpoint(good.size(), good.witnessed(), note));
        assertFound(AuditFault.CHECKPOINT);
      }
      log.checkpoints.set(at, good);
    }
  }

  @Test
  void newestCheckpointTakenAway_found() {
    log.checkpoints.removeIf(checkpoint -> checkpoint.size() == 300);
    assertFound(AuditFault.HEAD);
  }

  @Test
  void publishedCheckpointOfAWitnessedOneTakenAway_found() {
    log.checkpoints.removeIf(checkpoint -> checkpoint.size() == 200 && !checkpoint.witnessed());
    assertFound(AuditFault.CHECKPOINT);
    assertThat(audit().findings().get(0).place()).isEqualTo("witnessed checkpoint 200");
  }

  @Test
  void tileOrBundleTooMany_found() {
    for (TileId tile :
        List.of(new TileId(0, 2, 44), new TileId(0, 0, 100), new TileId(0, 0, 256))) {
      log.furtherTiles.add(tile);
      assertFound(AuditFault.TILE);
      assertThat(audit().findings().get(0).place()).isEqualTo(tile.path());
      log.furtherTiles.clear();
    }
    for (BundleId bundle :
        List.of(new BundleId(2, 44), new BundleId(1, 43), new BundleId(0, 256))) {
      log.furtherBundles.add(bundle);
      assertFound(AuditFault.ENTRIES_UNREADABLE);
      assertThat(audit().findings().get(0).place()).isEqualTo(bundle.path());
      log.furtherBundles.clear();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "events",
        "chains",
        "leaves",
        "restores",
        "lost",
        "anchors",
        "checkpoints",
        "heads",
        "tileIds",
        "bundleIds"
      })
  void rowThatCannotBeRead_foundAndTheRestIsAudited(String kind) {
    log.damaged.add(kind);
    assertFound(AuditFault.ROW_DAMAGED);
    assertThat(audit().findings()).extracting(Finding::place).containsExactly(kind);
    assertThat(audit().size()).isEqualTo(300);
  }

  @Test
  void secondHead_found() {
    log.furtherHeads.add(new StoredHead(7, OTHER));
    assertFound(AuditFault.HEAD);
  }

  @Test
  void manyFindings_countedAll() {
    log.leaves.clear();
    for (int i = 0; i < 1200; i++) {
      log.leaves.add(new IndexedLeaf(5000 + i, OTHER, false));
    }
    AuditReport report = audit();
    assertThat(report.findings()).hasSize(Findings.LIMIT);
    assertThat(report.count()).isEqualTo(1500);
  }
}

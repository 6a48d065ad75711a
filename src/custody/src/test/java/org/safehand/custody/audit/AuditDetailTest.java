package org.safehand.custody.audit;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.safehand.custody.digest.Digest;
import org.safehand.custody.event.BlindLeaf;
import org.safehand.custody.note.Checkpoint;
import org.safehand.custody.note.CosignerKey;
import org.safehand.custody.note.NoteException;
import org.safehand.custody.note.SignedNote;
import org.safehand.custody.restore.LostLeaf;
import org.safehand.custody.stored.Opening;
import org.safehand.custody.stored.StoredEvent;
import org.safehand.custody.stored.StoredLog;
import org.safehand.custody.stored.StoredLog.StoredChain;
import org.safehand.custody.stored.StoredLog.StoredCheckpoint;
import org.safehand.custody.tree.BundleId;
import org.safehand.custody.tree.EntryBundle;
import org.safehand.custody.tree.Tile;
import org.safehand.custody.tree.TileId;
import org.safehand.custody.tree.TileSource;
import org.safehand.custody.trust.LogTrust;

/** What findings say, and changes that one check alone notices. */
class AuditDetailTest extends AuditedLog {
  private List<Finding> findings() {
    return findings(log, AuditFixture.TRUST);
  }

  private static List<Finding> findings(StoredLog stored, LogTrust trust) {
    return new LogAudit(trust, AuditFixture.NODES).of(stored).findings();
  }

  private void exchangeBody(UUID chain, long sequence, Opening opening) {
    change(chain, sequence, event -> opening(event, opening));
  }

  private Opening body(UUID chain, long sequence) {
    return log.events.get(log.at(chain, sequence)).opening();
  }

  private static void assertOne(List<Finding> findings, AuditFault fault, String place) {
    assertThat(findings).hasSize(1);
    assertThat(findings.get(0).fault()).isEqualTo(fault);
    assertThat(findings.get(0).place()).isEqualTo(place);
  }

  @Test
  void findingOfARow_saysWhatIsAnother() {
    exchangeBody(AuditFixture.FIRST, 5, body(AuditFixture.SECOND, 5));
    assertThat(findings())
        .filteredOn(finding -> finding.fault() == AuditFault.ROW)
        .extracting(Finding::expected)
        .anyMatch(text -> text.equals("case " + AuditFixture.SECOND))
        .anyMatch(text -> text.startsWith("id "));
    exchangeBody(AuditFixture.FIRST, 5, body(AuditFixture.FIRST, 6));
    assertThat(findings())
        .filteredOn(finding -> finding.fault() == AuditFault.ROW)
        .extracting(Finding::found)
        .contains("sequence 5");
  }

  @Test
  void findingOfAHead_saysHowManyEventsAndWhichIsTheLast() {
    String last = log.events.get(log.at(AuditFixture.SECOND, 99)).leafHash().hex();
    String before = log.events.get(log.at(AuditFixture.SECOND, 98)).leafHash().hex();
    log.events.remove(log.at(AuditFixture.SECOND, 99));
    Finding finding = findings().get(0);
    assertThat(finding)
        .hasToString(
            "audit-case-head: case "
                + AuditFixture.SECOND
                + ": expected 100 events, last "
                + last
                + ", found 99 events, last "
                + before);
  }

  @Test
  void chainWithoutEvents_foundWhereverItStands_unlessItHasNone() {
    for (String id :
        List.of(
            "00000000-0000-7000-8000-000000000000",
            "f1931b3e-7b2e-7000-8000-000000000001", // differs from the second in its low half alone
            "f1931b3e-7b2e-7000-8000-000000000003",
            "ffffffff-ffff-7fff-bfff-ffffffffffff")) {
      StoredChain chain = new StoredChain(UUID.fromString(id), 3, Optional.of(OTHER));
      log.chains.add(chain);
      assertOne(findings(), AuditFault.CASE_HEAD, "case " + id);
      log.chains.remove(chain);
      StoredChain empty = new StoredChain(UUID.fromString(id), 0, Optional.empty());
      log.chains.add(empty);
      assertThat(findings()).isEmpty();
      log.chains.remove(empty);
    }
  }

  @Test
  void headOfTheLastChainTakenAway_found() {
    log.chains.removeIf(chain -> chain.caseId().equals(AuditFixture.SECOND));
    assertOne(findings(), AuditFault.CASE_HEAD, "case " + AuditFixture.SECOND);
  }

  @Test
  void eventThatIsThereAndSaidToBeLost_isALossWithoutARestore() {
    StoredEvent event = log.events.get(log.at(AuditFixture.SECOND, 40));
    log.lost.add(LostLeaf.of(121, event.leaf().orElseThrow()));
    assertOne(findings(), AuditFault.LOST, "index 121");
  }

  @Test
  void lastRowTakenAway_found() {
    log.leaves.remove(299);
    assertOne(findings(), AuditFault.INDEX, "index 299");
  }

  @Test
  void checkpointOfTheEmptyLog_isComparedBeforeTheFirstEntry() {
    String name = AuditFixture.KEY.name();
    String empty = AuditFixture.KEY.sign(new Checkpoint(name, 0, Digest.of())).toString();
    log.checkpoints.add(0, new StoredCheckpoint(0, false, empty));
    assertThat(findings()).isEmpty();
    String forged = AuditFixture.KEY.sign(new Checkpoint(name, 0, OTHER)).toString();
    log.checkpoints.set(0, new StoredCheckpoint(0, false, forged));
    assertOne(findings(), AuditFault.CHECKPOINT, "published checkpoint 0");
  }

  @Test
  void witnessedCheckpoint_needsTheQuorum_andAPublishedOneDoesNot() throws Exception {
    CosignerKey witness = CosignerKey.generateEd25519("witness.example.org", new SecureRandom());
    LogTrust trust =
        new LogTrust(
            AuditFixture.TRUST.origin(),
            AuditFixture.TRUST.keys(),
            List.of(witness.verifierKey()),
            1);
    List<StoredCheckpoint> unsigned = new ArrayList<>(log.checkpoints);
    log.checkpoints.replaceAll(checkpoint -> cosigned(checkpoint, witness));
    assertThat(findings(log, trust)).isEmpty();
    log.checkpoints.set(3, unsigned.get(3));
    assertOne(findings(log, trust), AuditFault.CHECKPOINT, "witnessed checkpoint 200");
  }

  private static StoredCheckpoint cosigned(StoredCheckpoint stored, CosignerKey witness) {
    if (!stored.witnessed()) {
      return stored;
    }
    try {
      SignedNote note = SignedNote.parse(stored.note().getBytes(UTF_8));
      return new StoredCheckpoint(
          stored.size(),
          true,
          note.with(List.of(witness.cosign(Checkpoint.of(note), Instant.EPOCH))).toString());
    } catch (NoteException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void entryThatIsNoLeaf_foundWithItsPlace() {
    TileSource good = log.tiles();
    log.replaceTiles(
        new TileSource() {
          @Override
          public Tile tile(TileId id) throws IOException {
            return good.tile(id);
          }

          @Override
          public EntryBundle bundle(BundleId id) throws IOException {
            byte[] bytes = good.bundle(id).bytes();
            bytes[BlindLeaf.LENGTH + 4] ^= (byte) (id.index() == 1 ? 1 : 0);
            return EntryBundle.of(id, bytes).orElseThrow();
          }
        });
    assertThat(findings())
        .filteredOn(finding -> finding.fault() == AuditFault.ENTRIES_UNREADABLE)
        .extracting(Finding::place)
        .containsExactly("tile/entries/001.p/44 entry 1");
    assertThat(findings())
        .filteredOn(finding -> finding.fault() == AuditFault.ENTRY)
        .extracting(Finding::found)
        .containsExactly("no leaf");
  }

  @Test
  void tileThatIsMissing_found() {
    TileSource good = log.tiles();
    log.replaceTiles(
        new TileSource() {
          @Override
          public Tile tile(TileId id) throws IOException {
            if (id.level() == 1) {
              throw new FileNotFoundException("gone");
            }
            return good.tile(id);
          }

          @Override
          public EntryBundle bundle(BundleId id) throws IOException {
            return good.bundle(id);
          }
        });
    assertOne(findings(), AuditFault.TILE, "tile/1/000.p/1");
    assertThat(findings().get(0).found()).isEqualTo("gone");
  }
}

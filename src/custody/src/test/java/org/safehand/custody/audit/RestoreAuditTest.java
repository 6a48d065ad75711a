package org.safehand.custody.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.safehand.custody.audit.AuditFixture.FIRST;
import static org.safehand.custody.audit.AuditFixture.SYSTEM;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.safehand.custody.event.EventType;
import org.safehand.custody.event.RecordedEvent;
import org.safehand.custody.note.LogKey;
import org.safehand.custody.note.RestoreStatement;
import org.safehand.custody.restore.LossDigest;
import org.safehand.custody.restore.LostLeaf;
import org.safehand.custody.restore.StoredRestore;
import org.safehand.custody.stored.StoredLog.IndexedLeaf;

class RestoreAuditTest extends AuditedLog {
  /** The event at {@code index} is gone, its leaf is called lost. */
  private void lose(int index) {
    RecordedEvent gone = recorded(log.chainAt(index), index / 3);
    log.events.remove(log.at(log.chainAt(index), index / 3));
    log.leaves.set(index, new IndexedLeaf(index, gone.leaf().leafHash(), true));
    log.lost.add(LostLeaf.of(index, gone.leaf()));
  }

  /** The row of a restore from index 100 to 200 in which the lost leaves were lost. */
  private StoredRestore restore(LogKey signer) {
    LossDigest loss = new LossDigest();
    log.lost.forEach(leaf -> loss.add(leaf.index(), leaf.leafHash()));
    RestoreStatement statement =
        new RestoreStatement(
            signer.name(), 100, 200, OTHER, loss.count(), loss.digest(), Instant.EPOCH);
    return new StoredRestore(100, loss.count(), 200, OTHER, signer.sign(statement).toString());
  }

  private void tell(UUID chain, StoredRestore restore) {
    log.add(chain, EventType.RESTORED, restore.facts());
    log.publish();
  }

  @Test
  void eventsLostInASignedRestoreOnRecord_areNoFinding() {
    lose(121);
    lose(124);
    lose(150);
    log.restores.add(restore(AuditFixture.KEY));
    assertFound(AuditFault.LOST);
    assertThat(audit().findings().get(0).place()).isEqualTo("restore from index 100");
    tell(FIRST, log.restores.get(0));
    assertFound(AuditFault.LOST);
    tell(SYSTEM, log.restores.get(0));
    assertThat(audit().findings()).isEmpty();
  }

  @Test
  void eventsCalledLostWithoutARestore_areMissing() {
    lose(121);
    assertFound(AuditFault.LOST, AuditFault.CASE_GAP, AuditFault.CASE_LINK, AuditFault.INDEX);
    assertThat(audit().findings())
        .filteredOn(finding -> finding.fault() == AuditFault.INDEX)
        .extracting(Finding::place)
        .containsExactly("index 121");
  }

  @Test
  void restoreOfAStranger_excusesNothing() {
    lose(121);
    log.restores.add(restore(LogKey.generate(AuditFixture.KEY.name(), new SecureRandom())));
    tell(SYSTEM, log.restores.get(0));
    assertFound(
        AuditFault.RESTORE,
        AuditFault.LOST,
        AuditFault.CASE_GAP,
        AuditFault.CASE_LINK,
        AuditFault.INDEX);
  }

  @Test
  void lostLeafMoreLessOrAnother_thanTheLogSigned_found() {
    lose(121);
    lose(150);
    log.restores.add(restore(AuditFixture.KEY));
    tell(SYSTEM, log.restores.get(0));
    assertThat(audit().findings()).isEmpty();
    LostLeaf one = log.lost.remove(0);
    assertThat(audit().findings()).extracting(Finding::fault).contains(AuditFault.LOST);
    log.lost.add(new LostLeaf(122, one.tag(), one.leafHash()));
    assertThat(audit().findings()).extracting(Finding::fault).contains(AuditFault.LOST);
    log.lost.set(1, new LostLeaf(121, one.tag(), OTHER));
    assertThat(audit().findings()).extracting(Finding::fault).contains(AuditFault.LOST);
    log.lost.set(1, one);
    lose(180);
    assertThat(audit().findings()).extracting(Finding::fault).contains(AuditFault.LOST);
  }

  @Test
  void restoreToldButNotStored_found() {
    tell(SYSTEM, restore(AuditFixture.KEY));
    assertFound(AuditFault.RESTORE);
  }
}

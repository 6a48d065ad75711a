package org.safehand.referral.port.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.safehand.custody.digest.Digest;
import org.safehand.custody.event.CustodyEvent;
import org.safehand.custody.event.EventType;
import org.safehand.referral.id.CaseId;
import org.safehand.referral.query.CustodyEntry;
import org.safehand.referral.sample.Events;
import org.safehand.referral.sample.People;
import org.safehand.referral.sample.Samples;

/** Events of a case form one chain without gaps, whoever writes. */
public interface CustodyRecorderContract {
  Ports ports();

  @Test
  default void events_formAChainInOrder() {
    CaseId caseId = Stored.draft(ports(), People.UNIT).version().caseId();
    CustodyEvent first = Events.opened();
    CustodyEvent second = Events.event(EventType.READ);
    Digest firstLeaf = record(caseId, first);
    Digest secondLeaf = record(caseId, second);
    List<CustodyEntry> entries = ports().reader().entries(caseId);
    assertThat(entries).extracting(entry -> entry.event().event()).containsExactly(first, second);
    assertThat(entries)
        .extracting(entry -> entry.event().leaf().leafHash())
        .containsExactly(firstLeaf, secondLeaf);
    assertThat(entries.get(1).event().link())
        .isEqualTo(entries.get(0).event().link().next(firstLeaf));
  }

  @Test
  default void unpublishedEvent_isRecordedAndHasNoProof() {
    CaseId caseId = Stored.draft(ports(), People.UNIT).version().caseId();
    Digest leaf = record(caseId, Events.opened());
    assertThat(ports().reader().entries(caseId))
        .extracting(CustodyEntry::standing)
        .containsExactly(CustodyEntry.Standing.RECORDED);
    assertThat(ports().reader().witnessedProof(leaf)).isEmpty();
  }

  @Test
  default void unknownCase_hasNoEvents() {
    assertThat(ports().reader().entries(Samples.IDS.caseId())).isEmpty();
  }

  @Test
  default void eventOutsideCases_isRecorded() {
    Digest leaf =
        ports()
            .unit()
            .run(() -> ports().recorder().recordOutsideCases(Events.event(EventType.DENIED)));
    assertThat(leaf).isNotNull();
  }

  @Test
  default void severalWritersOfOneCase_leaveNoGap() {
    CaseId caseId = Stored.draft(ports(), People.UNIT).version().caseId();
    List<CompletableFuture<Digest>> writers =
        IntStream.range(0, 8)
            .mapToObj(
                i ->
                    CompletableFuture.supplyAsync(
                        () -> record(caseId, Events.event(EventType.READ))))
            .toList();
    writers.forEach(CompletableFuture::join);
    List<CustodyEntry> entries = ports().reader().entries(caseId);
    assertThat(entries)
        .extracting(entry -> entry.event().link().caseSequence())
        .containsExactly(0L, 1L, 2L, 3L, 4L, 5L, 6L, 7L);
    for (int i = 1; i < entries.size(); i++) {
      assertThat(entries.get(i).event().link().previousLeaf())
          .isEqualTo(entries.get(i - 1).event().leaf().leafHash());
    }
  }

  private Digest record(CaseId caseId, CustodyEvent event) {
    return ports().unit().run(() -> ports().recorder().record(caseId, event));
  }
}

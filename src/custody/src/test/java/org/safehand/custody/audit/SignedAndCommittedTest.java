package org.safehand.custody.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.safehand.custody.audit.AuditFixture.FIRST;
import static org.safehand.custody.audit.AuditFixture.SYSTEM;

import java.security.SecureRandom;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.safehand.custody.chain.TagKey;
import org.safehand.custody.chain.TagPeriod;
import org.safehand.custody.digest.Digest;
import org.safehand.custody.event.BlindLeaf;
import org.safehand.custody.event.EventType;
import org.safehand.custody.event.NodeKey;
import org.safehand.custody.event.NodeSignature;
import org.safehand.custody.stored.Opening;
import org.safehand.custody.stored.StoredEvent;
import org.safehand.custody.stored.StoredLog.StoredAnchor;

/** What nodes signed, extracts committed to, and events tell of, against what is stored. */
class SignedAndCommittedTest extends AuditedLog {
  @Test
  void signatureThatIsNoListedNodes_found() {
    NodeKey namesake = NodeKey.generate(AuditFixture.NODE.nodeId(), new SecureRandom());
    NodeKey stranger = NodeKey.generate("node-9", new SecureRandom());
    BlindLeaf leaf = recorded(FIRST, 5).leaf();
    for (NodeSignature forged :
        List.of(
            new NodeSignature("node-1", namesake.sign(leaf)),
            new NodeSignature("node-9", stranger.sign(leaf)),
            new NodeSignature("node-9", AuditFixture.NODE.sign(leaf)),
            new NodeSignature("node-1", AuditFixture.NODE.sign(recorded(FIRST, 6).leaf())),
            new NodeSignature("node-1", new byte[0]))) {
      change(FIRST, 5, event -> signed(event, forged));
      assertFound(AuditFault.NODE_SIGNATURE);
      assertThat(audit().findings().get(0).place()).contains(FIRST.toString()).endsWith("event 5");
    }
  }

  private static StoredEvent signed(StoredEvent event, NodeSignature signature) {
    return new StoredEvent(
        event.eventId(),
        event.caseId(),
        event.sequence(),
        event.type(),
        event.leaf(),
        event.leafHash(),
        signature,
        event.opening());
  }

  @Test
  void tagKeyOfAPeriodWithoutEvents_isTheOneCommittedTo() {
    TagKey next = TagKey.ofBytes(new byte[TagKey.LENGTH]);
    log.issueExtract(FIRST, next);
    log.publish();
    assertThat(audit().findings()).isEmpty();
    List<TagPeriod> good = List.copyOf(log.tagPeriods.getOrDefault(FIRST, List.of()));
    TagPeriod other = new TagPeriod(good.get(1).first(), TagKey.random(new SecureRandom()));
    TagPeriod early = new TagPeriod(good.get(1).first() - 1, next);
    for (List<TagPeriod> bad :
        List.of(
            good.subList(0, 1),
            List.of(good.get(0), other),
            List.of(good.get(0), good.get(1), other),
            List.of(good.get(0), good.get(1), new TagPeriod(good.get(1).first() + 1, next)))) {
      log.usePeriods(FIRST, bad);
      assertFound(AuditFault.TAG_KEY);
      assertThat(audit().findings().get(0).place()).startsWith("case " + FIRST + " tag key from");
    }
    log.usePeriods(FIRST, List.of(good.get(0), early));
    assertFound(AuditFault.TAG_KEY, AuditFault.TAG);
    log.usePeriods(FIRST, good);
    log.add(FIRST, EventType.READ, Map.of());
    log.publish();
    assertThat(audit().findings()).isEmpty();
  }

  @Test
  void tagKeysOfACaseErasedOnRecord_areNotMissed() {
    log.issueExtract(FIRST, TagKey.random(new SecureRandom()));
    for (int sequence = 0; sequence <= 100; sequence++) {
      change(FIRST, sequence, event -> opening(event, new Opening.KeyGone()));
    }
    log.add(SYSTEM, EventType.RETENTION_ERASED, Map.of("case", FIRST.toString()));
    log.publish();
    assertThat(audit().findings()).isEmpty();
  }

  @Test
  void anchorMissingTooManyOrAltered_found() {
    StoredAnchor anchor = new StoredAnchor(100, OTHER, Digest.of());
    log.anchors.add(anchor);
    assertFound(AuditFault.ANCHOR);
    log.add(FIRST, EventType.ANCHORED, facts(anchor));
    log.publish();
    assertFound(AuditFault.ANCHOR);
    log.add(SYSTEM, EventType.ANCHORED, facts(anchor));
    log.add(SYSTEM, EventType.ANCHORED, Map.of("auditFile", "audit-1", "bytes", "7"));
    log.publish();
    assertThat(audit().findings()).isEmpty();
    for (StoredAnchor forged :
        List.of(
            new StoredAnchor(100, Digest.of(), Digest.of()),
            new StoredAnchor(100, OTHER, OTHER),
            new StoredAnchor(101, OTHER, Digest.of()))) {
      log.anchors.set(0, forged);
      assertFound(AuditFault.ANCHOR);
      assertThat(audit().findings().get(0).place()).isEqualTo("anchor " + forged.size());
    }
    log.anchors.set(0, anchor);
    log.anchors.add(anchor);
    assertFound(AuditFault.ANCHOR);
    log.anchors.clear();
    assertFound(AuditFault.ANCHOR);
    assertThat(audit().findings().get(0).place()).isEqualTo("anchor 100");
  }

  private static Map<String, String> facts(StoredAnchor anchor) {
    return Map.of(
        "size", Long.toString(anchor.size()),
        "checkpointSha256", anchor.note().hex(),
        "tokenSha256", anchor.token().hex());
  }
}

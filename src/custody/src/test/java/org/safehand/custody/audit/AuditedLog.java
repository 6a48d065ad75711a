package org.safehand.custody.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import java.util.function.UnaryOperator;
import org.safehand.custody.digest.Digest;
import org.safehand.custody.event.RecordedEvent;
import org.safehand.custody.stored.Opening;
import org.safehand.custody.stored.StoredEvent;

/** What every test of the audit begins with: a log that is in order, and how it is changed. */
abstract class AuditedLog {
  static final Digest OTHER = Digest.of(new byte[] {7});

  final AuditFixture log = new AuditFixture();

  AuditReport audit() {
    return new LogAudit(AuditFixture.TRUST, AuditFixture.NODES).of(log);
  }

  void assertFound(AuditFault... faults) {
    AuditReport report = audit();
    assertThat(report.holds()).isFalse();
    assertThat(report.findings()).extracting(Finding::fault).containsOnly(faults);
    assertThat(report.findings()).allSatisfy(finding -> assertThat(finding.place()).isNotEmpty());
  }

  void change(UUID chain, long sequence, UnaryOperator<StoredEvent> change) {
    int at = log.at(chain, sequence);
    log.events.set(at, change.apply(log.events.get(at)));
  }

  RecordedEvent recorded(UUID chain, long sequence) {
    return ((Opening.Opened) log.events.get(log.at(chain, sequence)).opening()).event();
  }

  static StoredEvent opening(StoredEvent event, Opening opening) {
    return new StoredEvent(
        event.eventId(),
        event.caseId(),
        event.sequence(),
        event.type(),
        event.leaf(),
        event.leafHash(),
        event.signature(),
        opening);
  }
}

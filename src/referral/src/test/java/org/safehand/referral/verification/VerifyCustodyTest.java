package org.safehand.referral.verification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.safehand.referral.sample.Hotline.value;
import static org.safehand.referral.sample.Refusals.assertRefused;

import java.security.SecureRandom;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.safehand.custody.audit.AuditReport;
import org.safehand.custody.audit.LogAudit;
import org.safehand.custody.event.NodeKey;
import org.safehand.custody.stored.StoredLog;
import org.safehand.custody.trust.NodeKeys;
import org.safehand.referral.access.Actor;
import org.safehand.referral.refusal.RefusalCode;
import org.safehand.referral.sample.Hotline;
import org.safehand.referral.sample.People;

class VerifyCustodyTest {
  private static final NodeKey NODE = NodeKey.generate("node-1", new SecureRandom());

  private final Hotline hotline = new Hotline();
  private final VerifyCustody verify =
      new VerifyCustody(
          hotline.attempts,
          hotline.ports.unit(),
          hotline.access,
          new Always(),
          new LogAudit(hotline.trust.log(), NodeKeys.parse(NODE.verifierKey().toLine())),
          hotline.journal);

  @Test
  void whoeverReadsTheLog_isToldWhatIsWrongAndWhere() {
    for (Actor actor : List.of(People.OFFICER, People.SUPERVISOR, People.AUDITOR)) {
      AuditReport report = value(verify.verify(actor));
      assertThat(report.holds()).isFalse();
      assertThat(report.findings()).hasSize((int) report.count()).isNotEmpty();
    }
  }

  @Test
  void administrator_isToldThatSomethingIsWrongAndHowMuch() {
    AuditReport report = value(verify.verify(People.ADMINISTRATOR));
    assertThat(report.holds()).isFalse();
    assertThat(report.count()).isPositive();
    assertThat(report.findings()).isEmpty();
    assertThat(hotline.ports.recorder().systemTypes()).containsExactly("verification-run");
  }

  @Test
  void agency_isRefused() {
    assertRefused(
        hotline,
        People.LIAISON_NORTH,
        RefusalCode.OPERATION_NOT_PERMITTED,
        () -> verify.verify(People.LIAISON_NORTH));
  }

  private static final class Always implements StoredCustody {
    @Override
    public <T> Optional<T> atOneMoment(Function<StoredLog, T> reading) {
      return Optional.of(reading.apply(new DamagedLog()));
    }
  }
}

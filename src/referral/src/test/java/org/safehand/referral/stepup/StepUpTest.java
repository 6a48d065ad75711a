package org.safehand.referral.stepup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.safehand.referral.sample.Hotline.value;
import static org.safehand.referral.sample.Refusals.assertRefused;
import static org.safehand.referral.sample.Refusals.refusal;

import java.time.Duration;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.safehand.custody.digest.Digest;
import org.safehand.custody.extract.ExtractLevel;
import org.safehand.packaging.sample.TestAuthority;
import org.safehand.referral.access.Authentication;
import org.safehand.referral.access.Operation;
import org.safehand.referral.delivery.Dispatch;
import org.safehand.referral.life.Referral;
import org.safehand.referral.life.ReleasedReferral;
import org.safehand.referral.life.SealedReferral;
import org.safehand.referral.pki.TestCertificates;
import org.safehand.referral.pki.TestWorld;
import org.safehand.referral.proof.ExtractOrder;
import org.safehand.referral.refusal.RefusalCode;
import org.safehand.referral.reissue.ReissueOrder;
import org.safehand.referral.release.ReleaseOrder;
import org.safehand.referral.sample.Hotline;
import org.safehand.referral.sample.People;
import org.safehand.referral.sample.Samples;

class StepUpTest {
  private static final RefusalCode ASKED = RefusalCode.INSUFFICIENT_USER_AUTHENTICATION;

  private final Hotline hotline = new Hotline();
  private final SealedReferral inReview = hotline.inReview();
  private final ReleaseOrder order = Hotline.order(inReview, "AG-N-001");
  private final ProvenAct binding = hotline.binding(People.SUPERVISOR, order);

  @Test
  void release_withoutAStepUp_isRefusedAndAnEvent() {
    refused();
  }

  @Test
  void release_withOne_tellsWhenThePersonProvedThemselves() {
    hotline.proven(binding);
    Referral released = value(hotline.release.release(People.SUPERVISOR, order));
    assertThat(((ReleasedReferral) released).release().by().authentication())
        .isEqualTo(new Authentication("gold", hotline.ports.clock().instant(), "session+step-up"));
    assertThat(hotline.ports.recorder().newest().event().header().actor().authentication())
        .isEqualTo("session+step-up acr=gold");
  }

  static Stream<UnaryOperator<ProvenAct>> others() {
    return Stream.of(
        it ->
            new ProvenAct(
                People.OTHER_SUPERVISOR.number(),
                it.operation(),
                it.object(),
                it.version(),
                it.digest()),
        it -> new ProvenAct(it.person(), Operation.REISSUE, it.object(), it.version(), it.digest()),
        it ->
            new ProvenAct(
                it.person(),
                it.operation(),
                Samples.IDS.referral().toString(),
                it.version(),
                it.digest()),
        it ->
            new ProvenAct(it.person(), it.operation(), it.object(), it.version() - 1, it.digest()),
        it ->
            new ProvenAct(
                it.person(), it.operation(), it.object(), it.version(), Digest.of(new byte[1])));
  }

  @ParameterizedTest
  @MethodSource("others")
  void release_withAStepUpForAnotherAct_isRefused(UnaryOperator<ProvenAct> other) {
    hotline.proven(other.apply(binding));
    refused();
  }

  @Test
  void release_withAStepUpOfThreeHundredSeconds_isRefused_andWithAYoungerOneDone() {
    hotline.proven(binding);
    hotline.ports.letPass(StepUpGate.MAX_AGE);
    refused();
    hotline.proven(binding);
    hotline.ports.letPass(StepUpGate.MAX_AGE.minusMillis(1));
    value(hotline.release.release(People.SUPERVISOR, order));
  }

  @Test
  void stepUp_isUsedUpByTheAct_andOnlyByTheAct() {
    hotline.proven(binding);
    hotline.ports.recorder().publish();
    ReleaseOrder nobody =
        new ReleaseOrder(
            order.referral(),
            order.revision(),
            order.sealDigest(),
            java.util.List.of("AG-X-999"),
            Hotline.key("nobody"));
    assertThat(refusal(hotline.release.release(People.SUPERVISOR, nobody)).code())
        .as("refused for another reason")
        .isEqualTo(RefusalCode.RELEASE_UNKNOWN_RECIPIENT);
    hotline.ports.unit().failAtTheNextCommit();
    assertThatThrownBy(() -> hotline.release.release(People.SUPERVISOR, order))
        .as("undone")
        .isInstanceOf(IllegalStateException.class);
    value(hotline.release.release(People.SUPERVISOR, order));
    assertThat(taken()).as("used up").isFalse();
  }

  @Test
  void release_repeatedWithItsKey_needsNoSecondStepUp() {
    hotline.proven(binding);
    Referral first = value(hotline.release.release(People.SUPERVISOR, order));
    assertThat(value(hotline.release.release(People.SUPERVISOR, order))).isEqualTo(first);
  }

  @Test
  void reissue_asksForOne() {
    Dispatch old = hotline.packaged("AG-S-002");
    TestAuthority fresh = TestWorld.AGENCY_CA.agreeing("South Recipient", "secp384r1");
    hotline.endpoints.encryptTo(
        "AG-S-002", TestCertificates.of(TestWorld.SOUTH_RECIPIENT), TestCertificates.of(fresh));
    ReissueOrder reissue =
        new ReissueOrder(
            old.order().id(),
            old.order().revision(),
            fresh.fingerprint(),
            "key lost",
            Hotline.key("reissue"));
    assertRefused(
        hotline,
        People.SUPERVISOR,
        ASKED,
        () -> hotline.reissue.reissue(People.SUPERVISOR, reissue));
    hotline.proven(reissue.binding(People.SUPERVISOR.number()));
    value(hotline.reissue.reissue(People.SUPERVISOR, reissue));
  }

  @Test
  void extract_asksForOneThatNamesWhatIsAskedFor() {
    ExtractOrder links = extract(ExtractLevel.LINKS);
    ExtractOrder details = extract(ExtractLevel.DETAILS);
    hotline.proven(links.binding(People.AUDITOR.number(), order.revision()));
    assertRefused(
        hotline,
        People.AUDITOR,
        inReview,
        ASKED,
        () -> hotline.extract.request(People.AUDITOR, details));
    value(hotline.extract.request(People.AUDITOR, links));
  }

  private ExtractOrder extract(ExtractLevel level) {
    return new ExtractOrder(order.referral(), level, "trial", false, Hotline.key(level.wire()));
  }

  private boolean taken() {
    return hotline
        .ports
        .unit()
        .run(() -> hotline.ports.stepUps().take(binding, Samples.MORNING.minus(Duration.ofDays(9))))
        .isPresent();
  }

  private void refused() {
    assertRefused(
        hotline,
        People.SUPERVISOR,
        inReview,
        ASKED,
        () -> hotline.release.release(People.SUPERVISOR, order));
  }
}

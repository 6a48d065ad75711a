package org.safehand.referral.stepup;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.safehand.referral.sample.Hotline.value;
import static org.safehand.referral.sample.Refusals.assertRefused;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.safehand.custody.digest.Digest;
import org.safehand.packaging.sample.TestAuthority;
import org.safehand.referral.access.Actor;
import org.safehand.referral.delivery.Dispatch;
import org.safehand.referral.endpoint.Agency;
import org.safehand.referral.id.AgencyId;
import org.safehand.referral.life.Referral;
import org.safehand.referral.life.ReferralInReview;
import org.safehand.referral.life.SealedReferral;
import org.safehand.referral.pki.TestCertificates;
import org.safehand.referral.pki.TestWorld;
import org.safehand.referral.refusal.RefusalCode;
import org.safehand.referral.reissue.ReissueOrder;
import org.safehand.referral.release.ReleaseAct;
import org.safehand.referral.release.ReleaseOrder;
import org.safehand.referral.sample.Hotline;
import org.safehand.referral.sample.People;
import org.safehand.referral.transfer.DispatchState;

/** A step-up is for everything that an act does, and for an act one thing away from it for none. */
class BoundActTest {
  private static final RefusalCode ASKED = RefusalCode.INSUFFICIENT_USER_AUTHENTICATION;
  private static final TestAuthority FRESH =
      TestWorld.AGENCY_CA.agreeing("South Recipient", "secp384r1");

  private final Hotline hotline = new Hotline();

  @Test
  void release_namesItsRecipientsAndTheirEndpointsInTheOrderOfTheirNames() {
    SealedReferral inReview = hotline.inReview();
    String act =
        "{\"recipients\":[{\"agency\":\"AG-N-001\",\"endpoint\":\"main\"},"
            + "{\"agency\":\"AG-S-002\",\"endpoint\":\"main\"}],\"sealDigest\":\""
            + inReview.seal().digest().hex()
            + "\"}";
    assertThat(of(inReview, "AG-N-001", "AG-S-002").digest())
        .isEqualTo(Digest.of(act.getBytes(UTF_8)));
    hotline.proven(of(inReview, "AG-N-001", "AG-S-002"));
    value(
        hotline.release.release(
            People.SUPERVISOR, Hotline.order(inReview, "AG-S-002", "AG-N-001")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"AG-S-002", "AG-N-001 AG-S-002"})
  void release_toOthersThanWereNamed_isRefused(String recipients) {
    SealedReferral inReview = hotline.inReview();
    hotline.proven(of(inReview, "AG-N-001"));
    assertNotReleased(inReview, recipients.split(" "));
    value(hotline.release.release(People.SUPERVISOR, Hotline.order(inReview, "AG-N-001")));
  }

  @Test
  void release_toFewerThanWereNamed_isRefused() {
    SealedReferral inReview = hotline.inReview();
    hotline.proven(of(inReview, "AG-N-001", "AG-S-002"));
    assertNotReleased(inReview, "AG-N-001");
    assertNotReleased(inReview, "AG-S-002");
  }

  /** The registry changes between the second factor and the act. */
  @Test
  void release_toAnotherEndpointOfTheAgencyThatWasNamed_isRefused() {
    SealedReferral inReview = hotline.inReview();
    hotline.proven(of(inReview, "AG-N-001"));
    hotline.endpoints.receiveAt("AG-N-001", "moved");
    assertNotReleased(inReview, "AG-N-001");
    hotline.endpoints.receiveAt("AG-N-001", "main");
    value(hotline.release.release(People.SUPERVISOR, Hotline.order(inReview, "AG-N-001")));
  }

  /** Of two supervisors each proves themselves for their own act; one is none for the other. */
  @Test
  void release_thatTakesTwo_namesWhichOfThemItIs() {
    hotline.endpoints.highRisk("AG-S-002", true);
    SealedReferral inReview = hotline.inReview();
    ReleaseOrder order = Hotline.order(inReview, "AG-S-002");
    String act =
        "\"recipients\":[{\"agency\":\"AG-S-002\",\"endpoint\":\"main\"}],\"sealDigest\":\""
            + inReview.seal().digest().hex()
            + "\"}";
    assertThat(of(inReview, "AG-S-002").digest())
        .isEqualTo(Digest.of(("{\"act\":\"first\"," + act).getBytes(UTF_8)));
    List<Agency> south = List.of(hotline.endpoints.agency(new AgencyId("AG-S-002")).orElseThrow());
    hotline.proven(order.binding(People.SUPERVISOR.number(), ReleaseAct.ONLY, south));
    hotline.proven(order.binding(People.SUPERVISOR.number(), ReleaseAct.SECOND, south));
    assertNotReleased(inReview, "AG-S-002");
    Referral first = value(hotline.release(People.SUPERVISOR, inReview, "AG-S-002"));
    ReleaseOrder again = Hotline.order((ReferralInReview) first, "AG-S-002");
    Actor other = People.OTHER_SUPERVISOR;
    assertThat(hotline.binding(other, again).digest())
        .isEqualTo(Digest.of(("{\"act\":\"second\"," + act).getBytes(UTF_8)));
    hotline.proven(again.binding(other.number(), ReleaseAct.ONLY, south));
    hotline.proven(again.binding(other.number(), ReleaseAct.FIRST, south));
    assertRefused(hotline, other, first, ASKED, () -> hotline.release.release(other, again));
    hotline.proven(again.binding(other.number(), ReleaseAct.SECOND, south));
    value(hotline.release.release(other, again));
  }

  /** Who proves themselves for the first of two does not release alone. */
  @Test
  void release_thatTakesOneByNow_asksWhoProvedThemselvesForTheFirstOfTwo() {
    hotline.endpoints.highRisk("AG-S-002", true);
    SealedReferral inReview = hotline.inReview();
    hotline.proven(of(inReview, "AG-S-002"));
    hotline.endpoints.highRisk("AG-S-002", false);
    assertNotReleased(inReview, "AG-S-002");
  }

  @Test
  void reissue_namesItsCertificateAndReason_andIsRefusedForOthers() {
    Dispatch old = hotline.packaged("AG-S-002");
    hotline.endpoints.encryptTo(
        "AG-S-002", TestCertificates.of(TestWorld.SOUTH_RECIPIENT), TestCertificates.of(FRESH));
    ReissueOrder order = reissue(old, FRESH.fingerprint(), "key lost");
    String act = "{\"certificate\":\"" + FRESH.fingerprint().hex() + "\",\"reason\":\"key lost\"}";
    ProvenAct binding = order.binding(People.SUPERVISOR.number());
    assertThat(binding.digest()).isEqualTo(Digest.of(act.getBytes(UTF_8)));
    hotline.proven(binding);
    hotline.proven(
        reissue(old, TestWorld.SOUTH_RECIPIENT.fingerprint(), "key stolen")
            .binding(People.SUPERVISOR.number()));
    assertRefused(
        hotline,
        People.SUPERVISOR,
        ASKED,
        () ->
            hotline.reissue.reissue(
                People.SUPERVISOR, reissue(old, FRESH.fingerprint(), "key stolen")));
    assertThat(hotline.ports.dispatches().find(old.order().id()).orElseThrow().state())
        .isEqualTo(DispatchState.AVAILABLE);
    value(hotline.reissue.reissue(People.SUPERVISOR, order));
  }

  private ProvenAct of(SealedReferral inReview, String... recipients) {
    return hotline.binding(People.SUPERVISOR, Hotline.order(inReview, recipients));
  }

  private void assertNotReleased(SealedReferral inReview, String... recipients) {
    ReleaseOrder order = Hotline.order(inReview, recipients);
    assertRefused(
        hotline,
        People.SUPERVISOR,
        inReview,
        ASKED,
        () -> hotline.release.release(People.SUPERVISOR, order));
  }

  private static ReissueOrder reissue(Dispatch old, Digest certificate, String reason) {
    return new ReissueOrder(
        old.order().id(), old.order().revision(), certificate, reason, Hotline.key(reason));
  }
}

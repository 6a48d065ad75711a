package org.safehand.referral.idempotency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.safehand.referral.sample.Hotline.value;
import static org.safehand.referral.sample.Refusals.assertRefused;

import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.safehand.custody.encoding.UtcText;
import org.safehand.custody.extract.ExtractLevel;
import org.safehand.custody.json.JsonObject;
import org.safehand.packaging.sample.TestAuthority;
import org.safehand.referral.access.Actor;
import org.safehand.referral.access.Role;
import org.safehand.referral.delivery.Dispatch;
import org.safehand.referral.emergency.BreakGlass;
import org.safehand.referral.emergency.GlassOrder;
import org.safehand.referral.handover.KeepRoster;
import org.safehand.referral.handover.NewShift;
import org.safehand.referral.life.SealedReferral;
import org.safehand.referral.person.Bindings;
import org.safehand.referral.pki.TestCertificates;
import org.safehand.referral.pki.TestWorld;
import org.safehand.referral.proof.ExtractOrder;
import org.safehand.referral.refusal.Outcome;
import org.safehand.referral.refusal.RefusalCode;
import org.safehand.referral.reissue.ReissueOrder;
import org.safehand.referral.release.ReleaseOrder;
import org.safehand.referral.sample.Hotline;
import org.safehand.referral.sample.People;

/**
 * Whoever repeats a request has to be who could make it: somebody who lost the right meanwhile is
 * refused, and is told nothing of what the first request did.
 */
class RepeatedRequestTest {
  private static final Set<Role> OFFICER = Set.of(Role.REFERRAL_OFFICER);

  private final Hotline hotline = new Hotline();

  @Test
  void release_byWhoIsAnOfficerNow_isRefused() {
    SealedReferral inReview = hotline.inReview();
    ReleaseOrder order = Hotline.order(inReview, "AG-N-001");
    hotline.proven(hotline.binding(People.SUPERVISOR, order));
    refusedOnceAnOfficer(actor -> hotline.release.release(actor, order));
  }

  @Test
  void firstOfTwoReleases_byWhoIsAnOfficerNow_isRefused() {
    hotline.endpoints.highRisk("AG-S-002", true);
    SealedReferral inReview = hotline.inReview();
    ReleaseOrder order = Hotline.order(inReview, "AG-S-002");
    hotline.proven(hotline.binding(People.SUPERVISOR, order));
    refusedOnceAnOfficer(actor -> hotline.release.release(actor, order));
  }

  @Test
  void reissue_byWhoIsAnOfficerNow_isRefused() {
    Dispatch old = hotline.packaged("AG-S-002");
    TestAuthority anew = TestWorld.AGENCY_CA.agreeing("South Recipient", "secp384r1");
    hotline.endpoints.encryptTo("AG-S-002", TestCertificates.of(anew));
    ReissueOrder order =
        new ReissueOrder(
            old.order().id(),
            old.order().revision(),
            anew.fingerprint(),
            "key lost",
            Hotline.key("reissue"));
    hotline.proven(order.binding(People.SUPERVISOR.number()));
    refusedOnceAnOfficer(actor -> hotline.reissue.reissue(actor, order));
  }

  @Test
  void extractToDate_byWhoIsASupervisorNow_isRefused() {
    SealedReferral inReview = hotline.inReview();
    ExtractOrder order =
        new ExtractOrder(
            inReview.version().id(), ExtractLevel.LINKS, "court", true, Hotline.key("to date"));
    value(hotline.extracted(People.AUDITOR, order));
    Actor supervisor = People.staff("4001", Set.of(Role.RELEASE_SUPERVISOR));
    hotline.bound(supervisor);
    assertRefused(
        hotline,
        supervisor,
        RefusalCode.OPERATION_NOT_PERMITTED,
        () -> hotline.extract.request(supervisor, order));
  }

  @Test
  void shift_bySomebodyWhoWorksInAnotherUnitNow_doesNotExist() {
    KeepRoster keep =
        new KeepRoster(
            hotline.attempts,
            hotline.access,
            hotline.once,
            hotline.ports.bindings(),
            hotline.ports.roster(),
            hotline.journal,
            hotline.ids,
            hotline.ports.clock());
    Instant now = hotline.ports.clock().instant();
    NewShift request =
        new NewShift(
            Hotline.key("shift"),
            JsonObject.builder()
                .put("person", "1002")
                .put("from", UtcText.millis(now))
                .put("until", UtcText.millis(now.plus(Duration.ofHours(8))))
                .build());
    assertThat(value(keep.add(People.SUPERVISOR, request)))
        .isEqualTo(value(keep.add(People.SUPERVISOR, request)));
    Actor moved = People.staff("2001", Set.of(Role.RELEASE_SUPERVISOR), "Another unit");
    hotline.bound(moved);
    assertRefused(hotline, moved, RefusalCode.DUTY_NOT_FOUND, () -> keep.add(moved, request));
  }

  @Test
  void brokenGlass_byWhoWasDeactivated_isRefused() {
    Actor elsewhere =
        hotline.bound(People.staff("2009", Set.of(Role.RELEASE_SUPERVISOR), "Another unit"));
    BreakGlass breaking =
        new BreakGlass(
            hotline.attempts,
            hotline.access,
            hotline.once,
            hotline.ports.referrals(),
            hotline.ports.glasses(),
            hotline.ports.settings(),
            hotline.stepUp,
            hotline.journal,
            hotline.ids,
            hotline.ports.clock());
    GlassOrder order =
        new GlassOrder(
            hotline.inReview().version().reference().value(),
            "a child may be in danger",
            Hotline.key("glass"));
    hotline.proven(order.binding(elsewhere.number()));
    value(breaking.open(elsewhere, order));
    value(breaking.open(elsewhere, order));
    hotline
        .ports
        .unit()
        .run(
            () -> {
              Bindings bindings = hotline.ports.bindings();
              bindings.save(bindings.find(elsewhere.number()).orElseThrow().ended());
              return bindings;
            });
    assertRefused(
        hotline,
        elsewhere,
        RefusalCode.OPERATION_NOT_PERMITTED,
        () -> breaking.open(elsewhere, order));
  }

  /** An officer of the unit may read the case; that is not enough for the answer to the act. */
  private void refusedOnceAnOfficer(Function<Actor, Outcome<?>> request) {
    Object first = value(request.apply(People.SUPERVISOR));
    assertThat((Object) value(request.apply(People.SUPERVISOR))).isEqualTo(first);
    Actor officer = People.staff(People.SUPERVISOR.number().value(), OFFICER);
    hotline.bound(officer);
    assertRefused(
        hotline, officer, RefusalCode.OPERATION_NOT_PERMITTED, () -> request.apply(officer));
  }
}

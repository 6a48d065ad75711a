package org.safehand.referral.release;

import static org.assertj.core.api.Assertions.assertThat;
import static org.safehand.referral.sample.Hotline.value;
import static org.safehand.referral.sample.Refusals.assertRefused;
import static org.safehand.referral.sample.Refusals.refusal;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.safehand.custody.digest.Digest;
import org.safehand.custody.event.EventHeader;
import org.safehand.custody.provenance.Principal;
import org.safehand.referral.access.Actor;
import org.safehand.referral.access.Authentication;
import org.safehand.referral.access.Role;
import org.safehand.referral.delivery.QueuedDispatch;
import org.safehand.referral.endpoint.Agency;
import org.safehand.referral.id.AgencyId;
import org.safehand.referral.id.ReferralId;
import org.safehand.referral.life.EndorsedReferral;
import org.safehand.referral.life.Referral;
import org.safehand.referral.life.ReferralInReview;
import org.safehand.referral.life.ReferralState;
import org.safehand.referral.life.ReleasedReferral;
import org.safehand.referral.life.SealedReferral;
import org.safehand.referral.refusal.Outcome;
import org.safehand.referral.refusal.RefusalCode;
import org.safehand.referral.sample.Hotline;
import org.safehand.referral.sample.People;

/** A release to a high-risk agency: the first supervisor, and the second. */
class TwoSupervisorsTest {
  private static final AgencyId NORTH = new AgencyId("AG-N-001");
  private static final AgencyId SOUTH = new AgencyId("AG-S-002");

  private final Hotline hotline = new Hotline();
  private final SealedReferral inReview = hotline.inReview();

  @BeforeEach
  void south_isHighRisk() {
    hotline.endpoints.highRisk("AG-S-002", true);
  }

  @Test
  void first_leavesItEndorsed_andNothingIsDispatched() {
    EndorsedReferral endorsed = endorsed("AG-N-001", "AG-S-002");
    assertThat(endorsed).isEqualTo(hotline.now(inReview));
    assertThat(endorsed.endorsement().by().number()).isEqualTo(People.SUPERVISOR.number());
    assertThat(endorsed.endorsement().by().authentication())
        .isEqualTo(new Authentication("gold", hotline.ports.clock().instant(), "session+step-up"));
    assertThat(endorsed.endorsement().recipients()).containsExactly(NORTH, SOUTH);
    assertThat(endorsed.endorsement().highRisk()).containsExactly(SOUTH);
    assertThat(dispatches()).isZero();
    assertThat(types()).endsWith("endorsed").doesNotContain("released");
    assertThat(newest().secondApprover()).isEmpty();
    assertThat(newest().facts())
        .containsEntry("recipients", "AG-N-001 AG-S-002")
        .containsEntry("highRisk", "AG-S-002")
        .containsEntry("sealDigest", inReview.seal().digest().hex());
  }

  @Test
  void second_releasesIt_andBothAreOnRecord() {
    EndorsedReferral endorsed = endorsed("AG-N-001", "AG-S-002");
    Referral released =
        value(hotline.release(People.OTHER_SUPERVISOR, endorsed, "AG-S-002", "AG-N-001"));
    assertThat(released).isInstanceOf(ReleasedReferral.class).isEqualTo(hotline.now(inReview));
    var release = ((ReleasedReferral) released).release();
    assertThat(release.by().number()).isEqualTo(People.OTHER_SUPERVISOR.number());
    assertThat(release.endorsement()).contains(endorsed.endorsement());
    assertThat(hotline.ports.dispatches().of(inReview.version().id()))
        .hasOnlyElementsOfType(QueuedDispatch.class)
        .extracting(dispatch -> dispatch.order().agency())
        .containsExactlyInAnyOrder(NORTH, SOUTH);
    assertThat(types()).endsWith("endorsed", "released");
    assertThat(newest().actor().id()).isEqualTo("2002");
    assertThat(newest().secondApprover())
        .contains(
            new Principal("2001", "release-supervisor", People.UNIT, "session+step-up acr=gold"));
    assertThat(newest().facts()).containsEntry("highRisk", "AG-S-002");
  }

  /**
   * The intake's machine is told how far its referral is, and nothing of what agencies are held
   * for.
   */
  @Test
  void machineThatTookItIn_seesItInReviewUntilItIsReleased() {
    EndorsedReferral endorsed = endorsed("AG-S-002");
    Actor machine = hotline.bound(People.staff("1001", Set.of(Role.MACHINE_INTAKE)));
    ReferralId id = endorsed.version().id();
    assertThat(value(hotline.read.read(machine, id)).subject().state())
        .isEqualTo(ReferralState.IN_REVIEW);
    value(hotline.release(People.OTHER_SUPERVISOR, endorsed, "AG-S-002"));
    var seen = (ReleasedReferral) value(hotline.read.read(machine, id)).subject();
    assertThat(seen.release().endorsement()).isEmpty();
  }

  /** An agency must not learn that it, or another, is thought of so. */
  @Test
  void agencysPeople_areNotToldWhoIsHighRisk_norWhoElseReceives() {
    SealedReferral sealed =
        value(hotline.seal.seal(People.NODE, hotline.submitted().version().id()));
    String[] recipients = {"AG-N-001", "AG-S-002"};
    Referral first = value(hotline.release(People.SUPERVISOR, sealed, recipients));
    Referral released =
        value(hotline.release(People.OTHER_SUPERVISOR, (ReferralInReview) first, recipients));
    var dispatches = hotline.ports.dispatches().of(released.version().id());
    value(hotline.authorise.authorise(People.NODE, dispatches.get(0).order().id()));
    hotline.ports.recorder().publish();
    dispatches.forEach(it -> value(hotline.pack.pack(People.NODE, it.order().id())));
    var id = released.version().id();
    var seen = (ReleasedReferral) value(hotline.read.read(People.LIAISON_SOUTH, id)).subject();
    assertThat(seen.release().endorsement()).isEmpty();
    assertThat(seen.release().recipients()).as("nor to whom else it went").containsExactly(SOUTH);
    assertThat(seen.release().by()).isEqualTo(((ReleasedReferral) released).release().by());
    assertThat(value(hotline.read.read(People.AUDITOR, id)).subject())
        .extracting(it -> ((ReleasedReferral) it).release().endorsement())
        .isEqualTo(((ReleasedReferral) released).release().endorsement());
    assertThat(value(hotline.listAgencies.list(People.LIAISON_SOUTH)))
        .extracting(Agency::highRisk)
        .containsExactly(false);
    assertThat(value(hotline.listAgencies.list(People.SUPERVISOR)))
        .filteredOn(Agency::highRisk)
        .extracting(Agency::id)
        .containsExactly(SOUTH);
  }

  @Test
  void release_toNobodyHighRisk_takesOne() {
    Referral released = value(hotline.release(People.SUPERVISOR, inReview, "AG-N-001"));
    assertThat(((ReleasedReferral) released).release().endorsement()).isEmpty();
    assertThat(newest().secondApprover()).isEmpty();
    assertThat(newest().facts()).doesNotContainKey("highRisk");
  }

  @Test
  void secondWhoNamesAnotherSeal_isRefused() {
    EndorsedReferral endorsed = endorsed("AG-S-002");
    ReleaseOrder good = Hotline.order(endorsed, "AG-S-002");
    ReleaseOrder other =
        new ReleaseOrder(
            good.referral(),
            good.revision(),
            Digest.of(new byte[] {7}),
            good.recipients(),
            good.key());
    assertRefused(
        hotline,
        People.OTHER_SUPERVISOR,
        endorsed,
        RefusalCode.RELEASE_DIGEST_MISMATCH,
        () -> hotline.release.release(People.OTHER_SUPERVISOR, other));
  }

  @ParameterizedTest
  @ValueSource(strings = {"AG-N-001", "AG-S-002", "AG-N-001 AG-S-002"})
  void secondWhoNamesOthers_isRefused(String recipients) {
    hotline.endpoints.highRisk("AG-N-001", true);
    String first =
        switch (recipients) {
          case "AG-N-001" -> "AG-S-002";
          case "AG-S-002" -> "AG-N-001 AG-S-002";
          default -> "AG-S-002";
        };
    EndorsedReferral endorsed = endorsed(first.split(" "));
    refused(
        People.OTHER_SUPERVISOR,
        endorsed,
        RefusalCode.RELEASE_RECIPIENTS_DIFFER,
        recipients.split(" "));
  }

  /** What was frozen at the first act counts on, whatever the registry says by then. */
  @Test
  void agencyThatIsHighRiskNoMore_stillTakesTheSecond() {
    EndorsedReferral endorsed = endorsed("AG-S-002");
    hotline.endpoints.highRisk("AG-S-002", false);
    refused(People.SUPERVISOR, endorsed, RefusalCode.SECOND_PERSON_REQUIRED, "AG-S-002");
    value(hotline.release(People.OTHER_SUPERVISOR, endorsed, "AG-S-002"));
    assertThat(newest().facts()).containsEntry("highRisk", "AG-S-002");
    assertThat(newest().secondApprover()).isPresent();
  }

  @Test
  void agencyThatBecameHighRiskMeanwhile_isNamedByTheSecondsEventToo() {
    EndorsedReferral endorsed = endorsed("AG-N-001", "AG-S-002");
    hotline.endpoints.highRisk("AG-N-001", true);
    value(hotline.release(People.OTHER_SUPERVISOR, endorsed, "AG-N-001", "AG-S-002"));
    assertThat(newest().facts()).containsEntry("highRisk", "AG-S-002 AG-N-001");
  }

  /** The registry changes between reading and act: the one release becomes the first of two. */
  @Test
  void agencyThatBecameHighRiskBeforeTheAct_makesItTheFirstOfTwo() {
    ReleaseOrder order = Hotline.order(inReview, "AG-N-001");
    hotline.proven(hotline.binding(People.SUPERVISOR, order));
    hotline.endpoints.highRisk("AG-N-001", true);
    assertRefused(
        hotline,
        People.SUPERVISOR,
        inReview,
        RefusalCode.INSUFFICIENT_USER_AUTHENTICATION,
        () -> hotline.release.release(People.SUPERVISOR, order));
    hotline.proven(hotline.binding(People.SUPERVISOR, order));
    assertThat(value(hotline.release.release(People.SUPERVISOR, order)))
        .isInstanceOf(EndorsedReferral.class);
    assertThat(dispatches()).isZero();
  }

  @Test
  void firstOfAUnitWithoutASecond_isRefusedAtOnce() {
    hotline.bound(People.staff("2003", Set.of(Role.RELEASE_SUPERVISOR), "Another unit"));
    hotline.bound(People.staff("2004", Set.of(Role.REFERRAL_OFFICER)));
    ended(People.OTHER_SUPERVISOR);
    refused(People.SUPERVISOR, inReview, RefusalCode.SECOND_PERSON_MISSING, "AG-S-002");
    value(hotline.release(People.SUPERVISOR, inReview, "AG-N-001"));
  }

  @Test
  void repeatedRequest_isAnsweredWithWhatItIsNow_andIsNoSecondAct() {
    ReleaseOrder order = Hotline.order(inReview, "AG-S-002");
    hotline.proven(hotline.binding(People.SUPERVISOR, order));
    Referral first = value(hotline.release.release(People.SUPERVISOR, order));
    assertThat(value(hotline.release.release(People.SUPERVISOR, order))).isEqualTo(first);
    assertThat(dispatches()).isZero();
    Referral released =
        value(hotline.release(People.OTHER_SUPERVISOR, (ReferralInReview) first, "AG-S-002"));
    assertThat(value(hotline.release.release(People.SUPERVISOR, order))).isEqualTo(released);
    assertThat(dispatches()).isOne();
  }

  @Test
  void endorsedAndHandedOver_isStillEndorsed() {
    EndorsedReferral endorsed = endorsed("AG-S-002");
    EndorsedReferral moved = endorsed.assign(People.COLLEAGUE.number());
    hotline.ports.unit().run(() -> saved(moved));
    assertThat(moved.endorsement()).isEqualTo(endorsed.endorsement());
    refused(People.SUPERVISOR, moved, RefusalCode.SECOND_PERSON_REQUIRED, "AG-S-002");
    value(hotline.release(People.OTHER_SUPERVISOR, moved, "AG-S-002"));
  }

  @Test
  void secondWhoseRoleIsGone_isRefused() {
    EndorsedReferral endorsed = endorsed("AG-S-002");
    ended(People.OTHER_SUPERVISOR);
    Outcome<Referral> outcome = hotline.release(People.OTHER_SUPERVISOR, endorsed, "AG-S-002");
    assertThat(refusal(outcome).code()).isEqualTo(RefusalCode.OPERATION_NOT_PERMITTED);
    assertThat(dispatches()).isZero();
  }

  private EndorsedReferral endorsed(String... recipients) {
    return (EndorsedReferral) value(hotline.release(People.SUPERVISOR, inReview, recipients));
  }

  private void refused(
      Actor actor, ReferralInReview referral, RefusalCode code, String... recipients) {
    assertRefused(
        hotline, actor, referral, code, () -> hotline.release(actor, referral, recipients));
  }

  private Referral saved(Referral next) {
    hotline.ports.referrals().save(next);
    return next;
  }

  private void ended(Actor actor) {
    hotline
        .ports
        .unit()
        .run(
            () -> {
              var ended = hotline.ports.bindings().find(actor.number()).orElseThrow().ended();
              hotline.ports.bindings().save(ended);
              return ended;
            });
  }

  private int dispatches() {
    return hotline.ports.dispatches().of(inReview.version().id()).size();
  }

  private List<String> types() {
    return hotline.ports.recorder().types(inReview.version().caseId());
  }

  private EventHeader newest() {
    return hotline.ports.recorder().newest().event().header();
  }
}

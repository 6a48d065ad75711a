package org.safehand.referral.release;

import static org.assertj.core.api.Assertions.assertThat;
import static org.safehand.referral.sample.Hotline.value;
import static org.safehand.referral.sample.Refusals.assertRefused;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.safehand.custody.digest.Digest;
import org.safehand.referral.access.Actor;
import org.safehand.referral.access.Role;
import org.safehand.referral.access.StaffNumber;
import org.safehand.referral.delivery.QueuedDispatch;
import org.safehand.referral.life.Referral;
import org.safehand.referral.life.ReferralVersion;
import org.safehand.referral.life.ReleasedReferral;
import org.safehand.referral.life.SealedReferral;
import org.safehand.referral.refusal.Done;
import org.safehand.referral.refusal.Outcome;
import org.safehand.referral.refusal.Refusal;
import org.safehand.referral.refusal.RefusalCode;
import org.safehand.referral.refusal.Refused;
import org.safehand.referral.sample.Hotline;
import org.safehand.referral.sample.People;

class ReleaseReferralTest {
  private final Hotline hotline = new Hotline();

  @Test
  void supervisor_releases_eachRecipientHasAQueuedDispatch() {
    SealedReferral inReview = hotline.inReview();
    Referral released = value(hotline.release(People.SUPERVISOR, inReview, "AG-N-001", "AG-S-002"));
    assertThat(released).isInstanceOf(ReleasedReferral.class).isEqualTo(hotline.now(inReview));
    assertThat(hotline.ports.dispatches().of(inReview.version().id()))
        .hasOnlyElementsOfType(QueuedDispatch.class)
        .extracting(dispatch -> dispatch.order().agency().value())
        .containsExactlyInAnyOrder("AG-N-001", "AG-S-002");
    assertThat(hotline.ports.recorder().types(inReview.version().caseId())).endsWith("released");
  }

  @Test
  void author_whoIsAlsoSupervisor_isRefused() {
    SealedReferral inReview = hotline.inReview();
    refused(People.OFFICER_AND_SUPERVISOR, inReview, RefusalCode.RELEASE_OWN_REFERRAL);
    refused(People.OFFICER, inReview, RefusalCode.RELEASE_OWN_REFERRAL);
  }

  @Test
  void editor_whoIsNotTheAuthor_isRefused() {
    SealedReferral inReview = editedBy(hotline.inReview(), People.SUPERVISOR);
    refused(People.SUPERVISOR, inReview, RefusalCode.RELEASE_OWN_REFERRAL);
    value(hotline.release(People.OTHER_SUPERVISOR, inReview, "AG-N-001"));
  }

  @Test
  void whoeverIsNoSupervisorOfTheUnit_isRefused() {
    SealedReferral inReview = hotline.inReview();
    refused(People.COLLEAGUE, inReview, RefusalCode.OPERATION_NOT_PERMITTED);
    refused(People.AUDITOR, inReview, RefusalCode.OPERATION_NOT_PERMITTED);
    refused(People.ADMINISTRATOR, inReview, RefusalCode.OPERATION_NOT_PERMITTED);
    refused(People.LIAISON_NORTH, inReview, RefusalCode.REFERRAL_NOT_FOUND);
    refused(
        hotline.bound(People.staff("2003", Set.of(Role.RELEASE_SUPERVISOR), "Another unit")),
        inReview,
        RefusalCode.OPERATION_NOT_PERMITTED);
    refused(
        hotline.bound(
            People.staff("2004", Set.of(Role.RELEASE_SUPERVISOR, Role.AUDITOR)),
            Set.of(Role.RELEASE_SUPERVISOR)),
        inReview,
        RefusalCode.OPERATION_NOT_PERMITTED);
  }

  @Test
  void otherDigest_isRefused() {
    SealedReferral inReview = hotline.inReview();
    ReleaseOrder good = Hotline.order(inReview, "AG-N-001");
    ReleaseOrder wrong =
        new ReleaseOrder(
            good.referral(),
            good.revision(),
            Digest.of(new byte[] {7}),
            good.recipients(),
            good.key());
    assertRefused(
        hotline,
        People.SUPERVISOR,
        inReview,
        RefusalCode.RELEASE_DIGEST_MISMATCH,
        () -> hotline.release.release(People.SUPERVISOR, wrong));
  }

  @Test
  void recipient_unknownMalformedTwiceOrNone_isRefusedAtItsPointer() {
    SealedReferral inReview = hotline.inReview();
    assertThat(refusedRecipients(inReview, "AG-N-001", "AG-X-999"))
        .containsExactly("/recipients/1");
    assertThat(refusedRecipients(inReview, "police")).containsExactly("/recipients/0");
    assertThat(refusedRecipients(inReview, "AG-N-001", "AG-N-001"))
        .containsExactly("/recipients/1");
    assertThat(refusedRecipients(inReview)).containsExactly("/recipients");
  }

  @Test
  void anotherRevision_isRefused() {
    SealedReferral inReview = hotline.inReview();
    ReleaseOrder good = Hotline.order(inReview, "AG-N-001");
    ReleaseOrder stale =
        new ReleaseOrder(
            good.referral(), good.revision() - 1, good.sealDigest(), good.recipients(), good.key());
    assertRefused(
        hotline,
        People.SUPERVISOR,
        inReview,
        RefusalCode.REVISION_CONFLICT,
        () -> hotline.release.release(People.SUPERVISOR, stale));
  }

  @Test
  void referralThatIsNotInReview_isRefused() {
    Referral submitted = hotline.submitted();
    ReleaseOrder order =
        new ReleaseOrder(
            submitted.version().id(),
            submitted.version().revision(),
            Digest.of(new byte[] {7}),
            List.of("AG-N-001"),
            Hotline.key("release"));
    assertRefused(
        hotline,
        People.SUPERVISOR,
        submitted,
        RefusalCode.REFERRAL_WRONG_STATE,
        () -> hotline.release.release(People.SUPERVISOR, order));
  }

  @Test
  void repeatedRequest_releasesOnce() {
    SealedReferral inReview = hotline.inReview();
    ReleaseOrder order = Hotline.order(inReview, "AG-N-001");
    hotline.proven(hotline.binding(People.SUPERVISOR, order));
    Referral first = value(hotline.release.release(People.SUPERVISOR, order));
    Referral second = value(hotline.release.release(People.SUPERVISOR, order));
    assertThat(second).isEqualTo(first);
    assertThat(hotline.ports.dispatches().of(inReview.version().id())).hasSize(1);
  }

  @Test
  void twoReleasesAtOnce_exactlyOneWins() {
    for (int round = 0; round < 50; round++) {
      SealedReferral inReview = hotline.inReview();
      CyclicBarrier start = new CyclicBarrier(2);
      List<Outcome<Referral>> outcomes =
          Stream.of(People.SUPERVISOR, People.OTHER_SUPERVISOR)
              .map(
                  person -> CompletableFuture.supplyAsync(() -> releaseAt(start, person, inReview)))
              .toList()
              .stream()
              .map(CompletableFuture::join)
              .toList();
      assertThat(outcomes).filteredOn(outcome -> outcome instanceof Done).hasSize(1);
      assertThat(outcomes)
          .filteredOn(outcome -> outcome instanceof Refused)
          .singleElement()
          .extracting(outcome -> ((Refused<Referral>) outcome).refusal().code())
          .isEqualTo(RefusalCode.REVISION_CONFLICT);
      assertThat(hotline.ports.dispatches().of(inReview.version().id())).hasSize(1);
      assertThat(hotline.ports.recorder().types(inReview.version().caseId()))
          .endsWith("released", "denied");
    }
  }

  private Outcome<Referral> releaseAt(CyclicBarrier start, Actor person, SealedReferral referral) {
    try {
      start.await();
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
    return hotline.release(person, referral, "AG-N-001");
  }

  private void refused(Actor actor, SealedReferral inReview, RefusalCode code) {
    assertRefused(
        hotline, actor, inReview, code, () -> hotline.release(actor, inReview, "AG-N-001"));
  }

  private List<String> refusedRecipients(SealedReferral inReview, String... recipients) {
    Refusal refusal =
        assertRefused(
            hotline,
            People.SUPERVISOR,
            inReview,
            RefusalCode.RELEASE_UNKNOWN_RECIPIENT,
            () -> hotline.release(People.SUPERVISOR, inReview, recipients));
    return refusal.pointers();
  }

  private SealedReferral editedBy(SealedReferral it, Actor editor) {
    ReferralVersion was = it.version();
    TreeSet<StaffNumber> editors = new TreeSet<>(was.editors());
    editors.add(editor.number());
    SealedReferral edited =
        new SealedReferral(
            new ReferralVersion(
                was.id(),
                was.caseId(),
                was.reference(),
                was.number(),
                was.revision() + 1,
                was.unit(),
                was.author(),
                editors,
                was.createdAt(),
                was.content(),
                was.exhibits()),
            it.submission(),
            it.seal());
    return hotline
        .ports
        .unit()
        .run(
            () -> {
              hotline.ports.referrals().save(edited);
              return edited;
            });
  }
}

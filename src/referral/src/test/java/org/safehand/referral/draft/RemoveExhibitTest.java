package org.safehand.referral.draft;

import static org.assertj.core.api.Assertions.assertThat;
import static org.safehand.referral.sample.Hotline.value;
import static org.safehand.referral.sample.Refusals.assertRefused;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.safehand.packaging.casefile.CaseFileVerifier;
import org.safehand.packaging.fault.PackageException;
import org.safehand.packaging.manifest.ExhibitRecord;
import org.safehand.referral.access.Actor;
import org.safehand.referral.access.Role;
import org.safehand.referral.exhibit.Exhibit;
import org.safehand.referral.life.DraftReferral;
import org.safehand.referral.life.Referral;
import org.safehand.referral.life.SealedReferral;
import org.safehand.referral.opening.OpenExhibit;
import org.safehand.referral.opening.OpeningOrder;
import org.safehand.referral.refusal.Outcome;
import org.safehand.referral.refusal.RefusalCode;
import org.safehand.referral.sample.Hotline;
import org.safehand.referral.sample.People;
import org.safehand.referral.sample.Samples;

class RemoveExhibitTest {
  private static final String REASON = "the wrong file";

  private final Hotline hotline = new Hotline();
  private final Referral draft = hotline.opened();
  private final Exhibit first = hotline.taken(draft, new byte[] {1});
  private final Exhibit second = hotline.taken(draft, new byte[] {2});

  @Test
  void removed_leavesATombstone_andTheEventHasDigestAndReason() {
    int stored = hotline.ports.vault().size();
    Referral without = value(remove(People.OFFICER, 3, 1, REASON));
    assertThat(hotline.now(draft)).isEqualTo(without);
    assertThat(without.version().exhibits()).containsExactly(second);
    assertThat(without.version().removed()).hasSize(1);
    assertThat(without.version().removed().get(0).exhibit()).isEqualTo(first);
    assertThat(hotline.ports.vault().size()).as("nobody destroys evidence alone").isEqualTo(stored);
    var event = hotline.ports.recorder().newest().event().header();
    assertThat(event.type().wire()).isEqualTo("case-changed");
    assertThat(event.facts()).containsEntry("change", "exhibit-removed");
    assertThat(event.basis().orElseThrow().purpose()).isEqualTo(REASON);
    assertThat(event.exhibit().orElseThrow().number()).isEqualTo("0001");
    assertThat(event.exhibit().orElseThrow().sha256()).isEqualTo(first.digest().sha256());
  }

  @Test
  void lastNumber_removed_isNotUsedAgain() {
    value(remove(People.OFFICER, 3, 2, REASON));
    assertThat(hotline.taken(draft, new byte[] {3}).number()).isEqualTo(3);
    value(remove(People.OFFICER, hotline.revision(draft), 3, REASON));
    assertThat(hotline.taken(draft, new byte[] {4}).number()).isEqualTo(4);
    assertThat(hotline.now(draft).version().exhibits())
        .extracting(Exhibit::number)
        .containsExactly(1, 4);
  }

  @Test
  void removed_isNotInTheSeal() throws PackageException {
    value(remove(People.OFFICER, 3, 1, REASON));
    value(hotline.submit.submit(People.OFFICER, draft.version().id(), 4));
    SealedReferral sealed = value(hotline.seal.seal(People.NODE, draft.version().id()));
    byte[] file = hotline.ports.referrals().caseFile(sealed.version().id()).orElseThrow().bytes();
    assertThat(new CaseFileVerifier("case", hotline.trust).verify(file).manifest().exhibits())
        .extracting(ExhibitRecord::number)
        .containsExactly(2);
  }

  @Test
  void onlyExhibit_removed_isNotSealed() {
    value(remove(People.OFFICER, 3, 1, REASON));
    value(remove(People.OFFICER, 4, 2, REASON));
    assertRefused(
        hotline,
        People.OFFICER,
        draft,
        RefusalCode.EXHIBIT_REQUIRED,
        () -> hotline.submit.submit(People.OFFICER, draft.version().id(), 5));
  }

  @Test
  void removed_isNotThereToBeOpenedOrRemovedAgain() {
    value(remove(People.OFFICER, 3, 1, REASON));
    OpenExhibit open =
        new OpenExhibit(
            hotline.attempts,
            hotline.access,
            hotline.ports.openings(),
            hotline.journal,
            hotline.ids,
            hotline.ports.clock());
    assertRefused(
        hotline,
        People.OFFICER,
        draft,
        RefusalCode.EXHIBIT_NOT_FOUND,
        () -> open.open(People.OFFICER, new OpeningOrder(draft.version().id(), 1, "to compare")));
    assertRefused(
        hotline,
        People.OFFICER,
        draft,
        RefusalCode.EXHIBIT_NOT_FOUND,
        () -> remove(People.OFFICER, 4, 1, REASON));
  }

  @Test
  void withoutReason_orOverAnotherRevision_isRefused() {
    assertRefused(
        hotline,
        People.OFFICER,
        draft,
        RefusalCode.FIELD_REQUIRED,
        () -> remove(People.OFFICER, 3, 1, " "));
    assertRefused(
        hotline,
        People.OFFICER,
        draft,
        RefusalCode.REVISION_CONFLICT,
        () -> remove(People.OFFICER, 2, 1, REASON));
  }

  @Test
  void others_andTheMachineThatTookItIn_areRefused() {
    for (Actor actor : List.of(People.COLLEAGUE, People.SUPERVISOR)) {
      assertRefused(
          hotline,
          actor,
          draft,
          RefusalCode.OPERATION_NOT_PERMITTED,
          () -> remove(actor, 3, 1, REASON));
    }
    Actor machine = hotline.bound(People.staff("intake", Set.of(Role.MACHINE_INTAKE)));
    Referral its = value(hotline.open.open(machine, Hotline.request(Samples.document())));
    byte[] note = "note".getBytes(StandardCharsets.UTF_8);
    value(hotline.intake.take(machine, Hotline.exhibit(its, note), new ByteArrayInputStream(note)));
    assertRefused(
        hotline,
        machine,
        its,
        RefusalCode.OPERATION_NOT_PERMITTED,
        () -> hotline.remove.remove(machine, new RemovalOrder(its.version().id(), 2, 1, REASON)));
  }

  @Test
  void sealed_keepsItsExhibits() {
    value(hotline.submit.submit(People.OFFICER, draft.version().id(), 3));
    assertThat(hotline.now(draft)).isNotInstanceOf(DraftReferral.class);
    assertRefused(
        hotline,
        People.OFFICER,
        draft,
        RefusalCode.REFERRAL_WRONG_STATE,
        () -> remove(People.OFFICER, 4, 1, REASON));
  }

  private Outcome<Referral> remove(Actor actor, long revision, int number, String reason) {
    return hotline.remove.remove(
        actor, new RemovalOrder(draft.version().id(), revision, number, reason));
  }
}

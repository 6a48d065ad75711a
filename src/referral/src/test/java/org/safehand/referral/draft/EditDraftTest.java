package org.safehand.referral.draft;

import static org.assertj.core.api.Assertions.assertThat;
import static org.safehand.referral.sample.Hotline.value;
import static org.safehand.referral.sample.Refusals.assertRefused;

import java.io.ByteArrayInputStream;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.safehand.custody.digest.Digest;
import org.safehand.custody.json.Jcs;
import org.safehand.custody.json.JsonObject;
import org.safehand.referral.access.Actor;
import org.safehand.referral.access.Role;
import org.safehand.referral.code.Urgency;
import org.safehand.referral.intake.ReferralDocument;
import org.safehand.referral.life.Referral;
import org.safehand.referral.life.SealedReferral;
import org.safehand.referral.query.ReferralSummary;
import org.safehand.referral.refusal.Outcome;
import org.safehand.referral.refusal.Refusal;
import org.safehand.referral.refusal.RefusalCode;
import org.safehand.referral.sample.Hotline;
import org.safehand.referral.sample.People;
import org.safehand.referral.sample.Samples;

class EditDraftTest {
  private static final JsonObject OTHER = Samples.document("HL-0002", "U3");

  private final Hotline hotline = new Hotline();
  private final Referral draft = hotline.opened();

  @Test
  void author_edits_theDraftSaysSoAndTheEventHasItsDigest() {
    hotline.taken(draft, new byte[] {1});
    Referral edited = value(edit(People.OFFICER, 2, OTHER));
    assertThat(hotline.now(draft)).isEqualTo(edited);
    assertThat(edited.version().revision()).isEqualTo(3);
    assertThat(edited.version().exhibits()).hasSize(1);
    assertThat(ReferralSummary.of(edited).urgency()).isEqualTo(Urgency.U3);
    JsonObject said = ReferralDocument.write(edited.version().content());
    assertThat(edited.version().content()).isEqualTo(value(ReferralDocument.read(OTHER)));
    var event = hotline.ports.recorder().newest().event().header();
    assertThat(event.type().wire()).isEqualTo("case-changed");
    assertThat(event.facts())
        .containsEntry("change", "document-edited")
        .containsEntry("referral", draft.version().id().toString())
        .containsEntry("documentSha256", Digest.of(Jcs.write(said)).hex());
  }

  @Test
  void unknownField_isRefusedWithPointerAndNothingIsChanged() {
    JsonObject wrong = JsonObject.builder().put("shoeSize", "44").build();
    Refusal refusal =
        assertRefused(
            hotline,
            People.OFFICER,
            draft,
            RefusalCode.UNKNOWN_FIELD,
            () -> edit(People.OFFICER, 1, wrong));
    assertThat(refusal.pointers()).contains("/shoeSize");
  }

  @Test
  void anotherRevision_isRefused() {
    value(edit(People.OFFICER, 1, OTHER));
    assertRefused(
        hotline,
        People.OFFICER,
        draft,
        RefusalCode.REVISION_CONFLICT,
        () -> edit(People.OFFICER, 1, Samples.document()));
  }

  @Test
  void othersDraft_isRefused() {
    for (Actor actor : Set.of(People.COLLEAGUE, People.SUPERVISOR, People.ADMINISTRATOR)) {
      assertRefused(
          hotline, actor, draft, RefusalCode.OPERATION_NOT_PERMITTED, () -> edit(actor, 1, OTHER));
    }
  }

  @Test
  void intakesMachine_addsToWhatItTookInAndDoesNotEditIt() {
    Actor machine = hotline.bound(People.staff("intake", Set.of(Role.MACHINE_INTAKE)));
    Referral its = value(hotline.open.open(machine, Hotline.request(Samples.document())));
    byte[] note = {1};
    value(hotline.intake.take(machine, Hotline.exhibit(its, note), new ByteArrayInputStream(note)));
    assertRefused(
        hotline,
        machine,
        its,
        RefusalCode.OPERATION_NOT_PERMITTED,
        () -> hotline.edit.edit(machine, its.version().id(), 2, OTHER));
  }

  @Test
  void sealedReferral_isNotEdited() {
    SealedReferral inReview = hotline.inReview();
    assertRefused(
        hotline,
        People.OFFICER,
        inReview,
        RefusalCode.REFERRAL_WRONG_STATE,
        () ->
            hotline.edit.edit(
                People.OFFICER, inReview.version().id(), inReview.version().revision(), OTHER));
  }

  @Test
  void whoEdited_doesNotRelease() {
    Actor both = hotline.bound(People.staff("1005", Set.of(Role.REFERRAL_OFFICER)));
    Referral handed = draft.assign(both.number());
    hotline
        .ports
        .unit()
        .run(
            () -> {
              hotline.ports.referrals().save(handed);
              return handed;
            });
    value(edit(both, 2, OTHER));
    hotline.taken(draft, new byte[] {1});
    long revision = hotline.revision(draft);
    value(hotline.submit.submit(both, draft.version().id(), revision));
    SealedReferral sealed = value(hotline.seal.seal(People.NODE, draft.version().id()));
    Actor promoted = hotline.bound(People.staff("1005", Set.of(Role.RELEASE_SUPERVISOR)));
    assertRefused(
        hotline,
        promoted,
        sealed,
        RefusalCode.RELEASE_OWN_REFERRAL,
        () -> hotline.release.release(promoted, Hotline.order(sealed, "AG-N-001")));
    value(hotline.release(People.SUPERVISOR, sealed, "AG-N-001"));
  }

  private Outcome<Referral> edit(Actor actor, long revision, JsonObject document) {
    return hotline.edit.edit(actor, draft.version().id(), revision, document);
  }
}

package org.safehand.referral.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.safehand.referral.sample.Hotline.value;
import static org.safehand.referral.sample.Refusals.assertRefused;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.safehand.custody.digest.Digest;
import org.safehand.custody.json.JsonObject;
import org.safehand.referral.access.Actor;
import org.safehand.referral.access.Role;
import org.safehand.referral.idempotency.RequestKey;
import org.safehand.referral.life.DraftReferral;
import org.safehand.referral.life.Referral;
import org.safehand.referral.refusal.Refusal;
import org.safehand.referral.refusal.RefusalCode;
import org.safehand.referral.sample.Hotline;
import org.safehand.referral.sample.People;
import org.safehand.referral.sample.Samples;

class OpenReferralTest {
  private final Hotline hotline = new Hotline();

  @Test
  void officer_opens_draftAndEventAreThere() {
    Referral draft = hotline.opened();
    assertThat(draft).isInstanceOf(DraftReferral.class);
    assertThat(hotline.now(draft)).isEqualTo(draft);
    assertThat(draft.version().content()).isEqualTo(Samples.content());
    assertThat(hotline.ports.recorder().types(draft.version().caseId()))
        .containsExactly("case-opened");
  }

  @Test
  void sameKeyAndRequest_opensOnce() {
    NewReferral request = Hotline.request(Samples.document());
    Referral first = value(hotline.open.open(People.OFFICER, request));
    Referral second = value(hotline.open.open(People.OFFICER, request));
    assertThat(second).isEqualTo(first);
    assertThat(hotline.ports.recorder().size()).isEqualTo(1);
  }

  @Test
  void sameKeyOfAnotherPerson_opensAnother() {
    NewReferral request = Hotline.request(Samples.document());
    Referral first = value(hotline.open.open(People.OFFICER, request));
    Referral second = value(hotline.open.open(People.COLLEAGUE, request));
    assertThat(second.version().id()).isNotEqualTo(first.version().id());
  }

  @Test
  void sameKeyForAnotherRequest_isRefused() {
    NewReferral request = Hotline.request(Samples.document());
    value(hotline.open.open(People.OFFICER, request));
    NewReferral other =
        new NewReferral(
            new RequestKey(request.key().value(), Digest.of(new byte[] {1})), request.document());
    assertRefused(
        hotline,
        People.OFFICER,
        RefusalCode.IDEMPOTENCY_KEY_REUSED,
        () -> hotline.open.open(People.OFFICER, other));
  }

  @Test
  void refusedRequest_mayBeRepeatedCorrectedUnderItsKey() {
    JsonObject wrong = JsonObject.builder().put("header", "none").build();
    NewReferral request = Hotline.request(wrong);
    assertRefused(
        hotline,
        People.OFFICER,
        RefusalCode.VALUE_INVALID,
        () -> hotline.open.open(People.OFFICER, request));
    value(hotline.open.open(People.OFFICER, new NewReferral(request.key(), Samples.document())));
  }

  @Test
  void unknownField_isRefusedWithPointerAndNothingIsStored() {
    JsonObject document =
        DocumentChange.of(Samples.document()).put("/header/shoeSize", "44").done();
    Refusal refusal =
        assertRefused(
            hotline,
            People.OFFICER,
            RefusalCode.UNKNOWN_FIELD,
            () -> hotline.open.open(People.OFFICER, Hotline.request(document)));
    assertThat(refusal.pointers()).containsExactly("/header/shoeSize");
    assertThat(hotline.ports.recorder().systemTypes()).containsExactly("denied");
  }

  /** What was written in the meantime, by people, is not for the machine to read. */
  @Test
  void repeated_byTheIntakesMachine_isMasked() {
    Actor machine = hotline.bound(People.staff("intake-1", Set.of(Role.MACHINE_INTAKE)));
    NewReferral request = Hotline.request(Samples.document());
    Referral first = value(hotline.open.open(machine, request));
    Referral again = value(hotline.open.open(machine, request));
    assertThat(again.version().id()).isEqualTo(first.version().id());
    assertThat(again.version().content().header().narrative()).contains("[masked]");
    assertThat(again.version().content().legalBasis().purpose()).isEqualTo("[masked]");
  }

  @Test
  void everyoneButOfficers_isDenied() {
    for (var actor :
        List.of(People.SUPERVISOR, People.AUDITOR, People.ADMINISTRATOR, People.NODE)) {
      assertRefused(
          hotline,
          actor,
          RefusalCode.OPERATION_NOT_PERMITTED,
          () -> hotline.open.open(actor, Hotline.request(Samples.document())));
    }
  }

  @Test
  void liaison_isToldNo_becauseThereIsNothingToHide() {
    assertRefused(
        hotline,
        People.LIAISON_NORTH,
        RefusalCode.OPERATION_NOT_PERMITTED,
        () -> hotline.open.open(People.LIAISON_NORTH, Hotline.request(Samples.document())));
  }
}

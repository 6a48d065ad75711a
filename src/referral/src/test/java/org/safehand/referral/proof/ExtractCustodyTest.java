package org.safehand.referral.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.safehand.referral.sample.Hotline.value;
import static org.safehand.referral.sample.Refusals.assertRefused;
import static org.safehand.referral.sample.Refusals.refusal;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.safehand.custody.completeness.ExtractVerifier;
import org.safehand.custody.completeness.VerifiedExtract;
import org.safehand.custody.event.EventHeader;
import org.safehand.custody.event.EventType;
import org.safehand.custody.extract.ExtractException;
import org.safehand.custody.extract.ExtractLevel;
import org.safehand.custody.provenance.Basis;
import org.safehand.referral.access.Actor;
import org.safehand.referral.id.CaseId;
import org.safehand.referral.id.ExtractId;
import org.safehand.referral.id.ReferralId;
import org.safehand.referral.life.Referral;
import org.safehand.referral.refusal.Outcome;
import org.safehand.referral.refusal.RefusalCode;
import org.safehand.referral.sample.Hotline;
import org.safehand.referral.sample.People;
import org.safehand.referral.sample.Samples;

class ExtractCustodyTest {
  private final Hotline hotline = new Hotline();
  private final Referral referral = hotline.submitted();
  private final ReferralId id = referral.version().id();
  private final CaseId caseId = referral.version().caseId();

  private ExtractOrder order(ExtractLevel level, boolean toDate) {
    return new ExtractOrder(
        id, level, "disclosure in 12/26", toDate, Hotline.key(level.wire() + toDate));
  }

  private ExtractId requested(Actor actor, ExtractLevel level, boolean toDate) {
    return value(hotline.extracted(actor, order(level, toDate)));
  }

  private VerifiedExtract verified(Actor actor, ExtractId extract) throws ExtractException {
    ExtractFile file = value(hotline.extract.fetch(actor, id, extract));
    return ExtractVerifier.verify(file.bytes().bytes(), hotline.trust);
  }

  @ParameterizedTest
  @EnumSource(ExtractLevel.class)
  void extract_ofEachLevel_endsWithItsIssuingAndVerifies(ExtractLevel level) throws Exception {
    ExtractId extract = requested(People.SUPERVISOR, level, false);
    hotline.ports.recorder().publish();
    value(hotline.read.read(People.OFFICER, id));
    VerifiedExtract verified = verified(People.SUPERVISOR, extract);
    assertThat(verified.extract().caseId()).isEqualTo(caseId.value());
    assertThat(verified.extract().level()).isEqualTo(level);
    assertThat(verified.issued().end().count()).isEqualTo(4);
    assertThat(verified.issuing().eventId()).isEqualTo(extract.value());
    assertThat(verified.issuing().basis()).contains(Basis.of("disclosure in 12/26"));
    assertThat(verified.issuing().actor().id()).isEqualTo("2001");
    assertThat(verified.extract().nextTagKey()).isEmpty();
  }

  @Test
  void extract_toDate_isForAnAuditorAlone() throws Exception {
    ExtractId extract = requested(People.AUDITOR, ExtractLevel.HEADERS, true);
    hotline.ports.recorder().publish();
    assertThat(verified(People.AUDITOR, extract).extract().nextTagKey()).isPresent();
    assertRefused(
        hotline,
        People.SUPERVISOR,
        referral,
        RefusalCode.EXTRACT_NOT_FOUND,
        () -> hotline.extract.fetch(People.SUPERVISOR, id, extract));
    assertRefused(
        hotline,
        People.SUPERVISOR,
        referral,
        RefusalCode.OPERATION_NOT_PERMITTED,
        () -> hotline.extract.request(People.SUPERVISOR, order(ExtractLevel.LINKS, true)));
  }

  @Test
  void extract_notYetWitnessed_waitsWithoutAnEvent() throws Exception {
    ExtractId extract = requested(People.AUDITOR, ExtractLevel.LINKS, false);
    int events = hotline.ports.recorder().size();
    assertThat(refusal(hotline.extract.fetch(People.AUDITOR, id, extract)).code())
        .isEqualTo(RefusalCode.EXTRACT_NOT_WITNESSED);
    assertThat(hotline.ports.recorder().size()).isEqualTo(events);
    hotline.ports.recorder().publish();
    assertThat(verified(People.AUDITOR, extract).checkpoint().size()).isEqualTo(events);
  }

  @Test
  void handingOut_isRecordedAfterTheExtract_andDoesNotChangeIt() throws Exception {
    ExtractId extract = requested(People.AUDITOR, ExtractLevel.DETAILS, false);
    hotline.ports.recorder().publish();
    VerifiedExtract first = verified(People.AUDITOR, extract);
    EventHeader handedOut = hotline.ports.recorder().newest().event().header();
    assertThat(handedOut.type()).isEqualTo(EventType.EXPORTED);
    assertThat(handedOut.fact("extract")).contains(extract.toString());
    assertThat(handedOut.fact("sha256")).contains(first.sha256().hex());
    hotline.ports.recorder().publish();
    VerifiedExtract second = verified(People.AUDITOR, extract);
    assertThat(second.extract().events()).hasSameSizeAs(first.extract().events());
    assertThat(second.issuing()).isEqualTo(first.issuing());
    assertThat(second.checkpoint().size()).isGreaterThan(first.checkpoint().size());
  }

  @Test
  void secondExtract_holdsTheFirst_underTwoKeys() throws Exception {
    requested(People.SUPERVISOR, ExtractLevel.LINKS, false);
    value(hotline.read.read(People.OFFICER, id));
    ExtractId second = requested(People.AUDITOR, ExtractLevel.DETAILS, false);
    hotline.ports.recorder().publish();
    assertThat(verified(People.AUDITOR, second).extract().periods())
        .extracting(period -> period.first())
        .containsExactly(0L, 4L);
  }

  @Test
  void repeatedRequest_isTheSameExtract() {
    ExtractOrder order = order(ExtractLevel.LINKS, false);
    ExtractId first = value(hotline.extracted(People.AUDITOR, order));
    int events = hotline.ports.recorder().size();
    assertThat(value(hotline.extract.request(People.AUDITOR, order))).isEqualTo(first);
    assertThat(hotline.ports.recorder().size()).isEqualTo(events);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "  ", "a\u0000b"})
  void purpose_thatSaysNothing_isRefused(String purpose) {
    Outcome<ExtractId> refused =
        hotline.extract.request(
            People.AUDITOR,
            new ExtractOrder(id, ExtractLevel.LINKS, purpose, false, Hotline.key(purpose)));
    assertThat(refusal(refused).pointers()).containsExactly("/purpose");
  }

  @Test
  void purpose_beyondItsLength_isRefused() {
    Outcome<ExtractId> refused =
        hotline.extract.request(
            People.AUDITOR,
            new ExtractOrder(id, ExtractLevel.LINKS, "x".repeat(201), false, Hotline.key("long")));
    assertThat(refusal(refused).code()).isEqualTo(RefusalCode.VALUE_TOO_LONG);
  }

  @Test
  void others_areRefused() {
    Actor elsewhere =
        hotline.bound(People.staff("2009", People.SUPERVISOR.roles(), "Another Hotline"));
    for (Actor actor : List.of(People.OFFICER, People.ADMINISTRATOR, elsewhere)) {
      assertRefused(
          hotline,
          actor,
          referral,
          RefusalCode.OPERATION_NOT_PERMITTED,
          () -> hotline.extract.request(actor, order(ExtractLevel.LINKS, false)));
    }
    assertRefused(
        hotline,
        People.LIAISON_NORTH,
        referral,
        RefusalCode.REFERRAL_NOT_FOUND,
        () -> hotline.extract.request(People.LIAISON_NORTH, order(ExtractLevel.LINKS, false)));
    ExtractId extract = requested(People.SUPERVISOR, ExtractLevel.LINKS, false);
    hotline.ports.recorder().publish();
    assertRefused(
        hotline,
        People.OFFICER,
        referral,
        RefusalCode.OPERATION_NOT_PERMITTED,
        () -> hotline.extract.fetch(People.OFFICER, id, extract));
  }

  @Test
  void extract_ofSomebodyElse_isNotFound() {
    ExtractId extract = requested(People.SUPERVISOR, ExtractLevel.LINKS, false);
    hotline.ports.recorder().publish();
    for (Actor actor : List.of(People.AUDITOR, People.OTHER_SUPERVISOR)) {
      assertRefused(
          hotline,
          actor,
          referral,
          RefusalCode.EXTRACT_NOT_FOUND,
          () -> hotline.extract.fetch(actor, id, extract));
    }
  }

  @Test
  void extract_ofAnotherCase_isNotFound() {
    Referral other = hotline.submitted();
    ExtractId extract = requested(People.SUPERVISOR, ExtractLevel.LINKS, false);
    hotline.ports.recorder().publish();
    assertRefused(
        hotline,
        People.SUPERVISOR,
        other,
        RefusalCode.EXTRACT_NOT_FOUND,
        () -> hotline.extract.fetch(People.SUPERVISOR, other.version().id(), extract));
    assertRefused(
        hotline,
        People.SUPERVISOR,
        referral,
        RefusalCode.EXTRACT_NOT_FOUND,
        () -> hotline.extract.fetch(People.SUPERVISOR, id, new ExtractId(Samples.IDS.event())));
  }
}

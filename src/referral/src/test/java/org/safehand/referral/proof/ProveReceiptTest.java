package org.safehand.referral.proof;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.safehand.referral.sample.Hotline.value;
import static org.safehand.referral.sample.Refusals.assertRefused;
import static org.safehand.referral.sample.Refusals.refusal;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.safehand.custody.event.EventHeader;
import org.safehand.custody.event.EventType;
import org.safehand.custody.event.RecordedEvent;
import org.safehand.custody.proof.ProofException;
import org.safehand.custody.proof.ProofFault;
import org.safehand.custody.proof.ReceiptProof;
import org.safehand.packaging.sample.TestAuthority;
import org.safehand.referral.access.Actor;
import org.safehand.referral.access.Role;
import org.safehand.referral.access.StaffNumber;
import org.safehand.referral.act.SealedBytes;
import org.safehand.referral.delivery.DeliveredDispatch;
import org.safehand.referral.delivery.Dispatch;
import org.safehand.referral.delivery.SendingDispatch;
import org.safehand.referral.endpoint.Channel;
import org.safehand.referral.id.AgencyId;
import org.safehand.referral.id.DispatchId;
import org.safehand.referral.life.Referral;
import org.safehand.referral.pki.TestReceipts;
import org.safehand.referral.pki.TestWorld;
import org.safehand.referral.query.CustodyEntry;
import org.safehand.referral.refusal.RefusalCode;
import org.safehand.referral.sample.Hotline;
import org.safehand.referral.sample.People;
import org.safehand.referral.sample.Samples;

class ProveReceiptTest {
  private final Hotline hotline = new Hotline();
  private final ProveReceipt receipts =
      new ProveReceipt(hotline.attempts, hotline.access, hotline.ports.reader(), hotline.events);
  private final Actor machine = hotline.bound(machine("machine-north", "AG-N-001"));

  private static Actor machine(String number, String agency) {
    return new Actor(
        new StaffNumber(number),
        "Machine of " + agency,
        Set.of(Role.MACHINE_ENDPOINT),
        agency,
        Optional.of(new AgencyId(agency)),
        People.LIAISON_NORTH.authentication());
  }

  private DeliveredDispatch delivered() {
    hotline.packaged("AG-N-001");
    return receipted(TestWorld.NORTH_RECEIPTS);
  }

  private DeliveredDispatch receipted(TestAuthority signer) {
    SendingDispatch claim = hotline.claim.claim(People.NODE, Channel.SOAP).orElseThrow();
    return value(
        hotline.receipt.record(
            People.NODE, claim, TestReceipts.sign(signer, Samples.statement(claim).build())));
  }

  private SealedBytes proof(Actor actor, Dispatch dispatch) {
    return value(receipts.prove(actor, dispatch.order().id()));
  }

  private ReceiptProof verified(SealedBytes file, DeliveredDispatch dispatch)
      throws ProofException {
    return ReceiptProof.verify(file.bytes(), dispatch.receipt().bytes().bytes(), hotline.trust);
  }

  private void refused(Actor actor, DispatchId id, Referral referral, RefusalCode code) {
    assertRefused(hotline, actor, referral, code, () -> receipts.prove(actor, id));
  }

  private Referral referral(Dispatch dispatch) {
    return hotline.ports.referrals().find(dispatch.order().referral()).orElseThrow();
  }

  @Test
  void agencyAndItsMachineAndTheHotline_haveAProofThatVerifies() throws Exception {
    DeliveredDispatch dispatch = delivered();
    hotline.ports.recorder().publish();
    for (Actor actor :
        List.of(People.LIAISON_NORTH, machine, People.OFFICER, People.SUPERVISOR, People.AUDITOR)) {
      ReceiptProof proven = verified(proof(actor, dispatch), dispatch);
      assertThat(proven.event().header().fact("dispatchId"))
          .contains(dispatch.order().id().toString());
    }
  }

  @Test
  void handingOut_isAnEventOfTheCase() throws Exception {
    DeliveredDispatch dispatch = delivered();
    hotline.ports.recorder().publish();
    SealedBytes file = proof(machine, dispatch);
    RecordedEvent recorded = hotline.ports.recorder().newest();
    EventHeader event = recorded.event().header();
    assertThat(recorded.link().caseId()).isEqualTo(dispatch.order().caseId().value());
    assertThat(event.type()).isEqualTo(EventType.EXPORTED);
    assertThat(event.actor().id()).isEqualTo("machine-north");
    assertThat(event.facts())
        .isEqualTo(
            Map.of(
                "dispatchId",
                dispatch.order().id().toString(),
                "event",
                verified(file, dispatch).event().leaf().leafHash().hex(),
                "sealDigest",
                dispatch.order().sealDigest().hex(),
                "sha256",
                file.digest().hex()));
  }

  /** Not the case, its events, their numbers or salts; nor any tag key, by which to follow it. */
  @Test
  void file_tellsOfOneEventAlone() {
    DeliveredDispatch dispatch = delivered();
    hotline.ports.recorder().publish();
    String file = new String(proof(People.LIAISON_NORTH, dispatch).bytes(), UTF_8);
    assertThat(file)
        .doesNotContain(
            dispatch.order().caseId().toString(),
            dispatch.order().referral().toString(),
            referral(dispatch).version().reference().toString(),
            "actorName",
            "\"link\"",
            "\"detail\"");
    for (CustodyEntry entry : hotline.ports.reader().entries(dispatch.order().caseId())) {
      RecordedEvent event = entry.event();
      if (event.event().header().type() != EventType.DELIVERY_RECEIPT) {
        assertThat(file)
            .doesNotContain(
                event.event().header().eventId().toString(), event.salts().header().hex());
      }
      assertThat(file).doesNotContain(event.salts().link().hex(), event.salts().detail().hex());
    }
  }

  @Test
  void receiptNotYetWitnessed_waitsWithoutAnEvent() throws Exception {
    DeliveredDispatch dispatch = delivered();
    int events = hotline.ports.recorder().size();
    for (Actor actor : List.of(People.LIAISON_NORTH, machine)) {
      assertThat(refusal(receipts.prove(actor, dispatch.order().id())).code())
          .isEqualTo(RefusalCode.RECEIPT_NOT_WITNESSED);
    }
    assertThat(hotline.ports.recorder().size()).isEqualTo(events);
    hotline.ports.recorder().publish();
    assertThat(verified(proof(machine, dispatch), dispatch).checkpoint().size()).isEqualTo(events);
  }

  @Test
  void dispatchNotYetDelivered_hasNoReceipt() {
    Dispatch ready = hotline.packaged("AG-N-001");
    for (Actor actor : List.of(machine, People.OFFICER)) {
      refused(actor, ready.order().id(), referral(ready), RefusalCode.DISPATCH_WRONG_STATE);
    }
    refused(
        People.LIAISON_NORTH, ready.order().id(), referral(ready), RefusalCode.DISPATCH_NOT_FOUND);
  }

  @Test
  void anotherAgency_isToldTheSameAsOfAnUnknownOne() {
    DeliveredDispatch dispatch = delivered();
    hotline.ports.recorder().publish();
    Actor south = hotline.bound(machine("machine-south", "AG-S-002"));
    for (Actor actor : List.of(People.LIAISON_SOUTH, south)) {
      refused(actor, dispatch.order().id(), referral(dispatch), RefusalCode.DISPATCH_NOT_FOUND);
      assertThat(refusal(receipts.prove(actor, dispatch.order().id())))
          .isEqualTo(refusal(receipts.prove(actor, Samples.IDS.dispatch())));
    }
  }

  @Test
  void othersOfTheHotline_areRefused() {
    DeliveredDispatch dispatch = delivered();
    hotline.ports.recorder().publish();
    Actor elsewhere = hotline.bound(People.staff("1900", Set.of(Role.REFERRAL_OFFICER), "Other"));
    for (Actor actor : List.of(elsewhere, People.ADMINISTRATOR)) {
      refused(
          actor, dispatch.order().id(), referral(dispatch), RefusalCode.OPERATION_NOT_PERMITTED);
    }
  }

  /** Two receipts of one agency in one case: each proof is of its own. */
  @Test
  void proofOfAnotherReceipt_isOfAnotherEvent() throws Exception {
    DeliveredDispatch first = delivered();
    DeliveredDispatch second = delivered();
    hotline.ports.recorder().publish();
    SealedBytes file = proof(People.LIAISON_NORTH, first);
    verified(file, first);
    assertThatThrownBy(() -> verified(file, second))
        .isInstanceOfSatisfying(
            ProofException.class, e -> assertThat(e.fault()).isEqualTo(ProofFault.OTHER_EVENT));
  }
}

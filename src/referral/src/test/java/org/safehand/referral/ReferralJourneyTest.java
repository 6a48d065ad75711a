package org.safehand.referral;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.safehand.referral.sample.Hotline.value;

import org.junit.jupiter.api.Test;
import org.safehand.custody.completeness.VerifiedExtract;
import org.safehand.referral.act.SealedBytes;
import org.safehand.referral.delivery.DeliveredDispatch;
import org.safehand.referral.delivery.SendingDispatch;
import org.safehand.referral.endpoint.Channel;
import org.safehand.referral.id.DispatchId;
import org.safehand.referral.id.ExtractId;
import org.safehand.referral.id.ReferralId;
import org.safehand.referral.life.DraftReferral;
import org.safehand.referral.life.Referral;
import org.safehand.referral.life.ReferralState;
import org.safehand.referral.life.ReleasedReferral;
import org.safehand.referral.life.SealedReferral;
import org.safehand.referral.pki.TestReceipts;
import org.safehand.referral.pki.TestWorld;
import org.safehand.referral.refusal.RefusalCode;
import org.safehand.referral.sample.Hotline;
import org.safehand.referral.sample.People;
import org.safehand.referral.sample.Refusals;
import org.safehand.referral.sample.Samples;
import org.safehand.referral.transfer.DispatchState;

/** One referral, from draft to signed receipt, in memory and with real cryptography. */
class ReferralJourneyTest {
  private final Hotline hotline = new Hotline();

  @Test
  void referral_fromDraftToReceipt_isDeliveredAndEveryStepIsInTheLog() {
    // an officer writes a referral and adds two exhibits
    Referral draft = hotline.opened();
    assertThat(draft).isInstanceOf(DraftReferral.class);
    hotline.taken(draft, "a synthetic note".getBytes(UTF_8));
    hotline.taken(draft, new byte[17 * 1024 * 1024]);

    // submits it, and a worker seals it
    ReferralId id = draft.version().id();
    value(hotline.submit.submit(People.OFFICER, id, hotline.revision(draft)));
    SealedReferral inReview = value(hotline.seal.seal(People.NODE, id));
    assertThat(inReview.state()).isEqualTo(ReferralState.IN_REVIEW);

    // a second person proves who they are again, and releases exactly this seal to the north
    Referral released = value(hotline.release(People.SUPERVISOR, inReview, "AG-N-001"));
    assertThat(released).isInstanceOf(ReleasedReferral.class);
    DispatchId dispatch = hotline.ports.dispatches().of(id).get(0).order().id();

    // the transmission is authorised in the log; before that is published, nothing is packaged
    value(hotline.authorise.authorise(People.NODE, dispatch));
    assertThat(Refusals.refusal(hotline.pack.pack(People.NODE, dispatch)).code())
        .isEqualTo(RefusalCode.AUTHORISATION_NOT_WITNESSED);
    hotline.ports.recorder().publish();
    assertThat(value(hotline.pack.pack(People.NODE, dispatch)).state())
        .isEqualTo(DispatchState.READY);

    // a node claims and sends it; the agency's machine signs a receipt
    SendingDispatch claim = hotline.claim.claim(People.NODE, Channel.SOAP).orElseThrow();
    SealedBytes receipt =
        TestReceipts.sign(TestWorld.NORTH_RECEIPTS, Samples.statement(claim).build());
    DeliveredDispatch delivered = value(hotline.receipt.record(People.NODE, claim, receipt));
    assertThat(delivered.receipt().bytes()).isEqualTo(receipt);

    // every step is an event of the case, in order
    assertThat(hotline.ports.recorder().types(draft.version().caseId()))
        .containsExactly(
            "case-opened",
            "intake",
            "intake",
            "submitted",
            "sealed",
            "released",
            "transmit-authorised",
            "packaged",
            "transmit-attempted",
            "delivery-receipt");

    // and anyone can check package and log without this gateway
    Offline.verifyPackage(hotline, dispatch);
    Offline.verifyLog(hotline);

    // a court gets the case's custody alone, complete up to here, checked against the whole log
    ExtractId extract = value(hotline.extracted(People.AUDITOR, Hotline.extractOrder(id)));
    hotline.ports.recorder().publish();
    VerifiedExtract custody =
        Offline.verifyExtract(hotline, value(hotline.extract.fetch(People.AUDITOR, id, extract)));
    assertThat(custody.issued().end().count()).isEqualTo(11);
    assertThat(custody.coverage().orElseThrow().laterEvents()).hasValue(1);
  }
}

package org.safehand.web;

import static java.util.Objects.requireNonNull;

import java.util.Set;
import org.safehand.referral.hold.HoldGate;
import org.safehand.referral.journal.DispatchEvents;
import org.safehand.referral.proof.ProveReceipt;
import org.safehand.referral.reading.CountDispatches;
import org.safehand.referral.reading.ReadDispatches;
import org.safehand.referral.reissue.ReissueDispatch;
import org.safehand.referral.retrieval.FetchPackage;
import org.safehand.referral.suspension.HoldAgency;
import org.safehand.referral.suspension.LiftHold;
import org.safehand.referral.suspension.ReadHolds;
import org.safehand.referral.suspension.ResumeDispatch;
import org.safehand.referral.suspension.SuspendDispatch;
import org.safehand.web.rest.Asking;
import org.safehand.web.rest.DispatchListResource;
import org.safehand.web.rest.DispatchResource;
import org.safehand.web.transit.DispatchCountResource;
import org.safehand.web.transit.HoldListResource;
import org.safehand.web.transit.HoldResource;
import org.safehand.web.transit.ReceiptProofResource;
import org.safehand.web.transit.ResumptionResource;
import org.safehand.web.transit.SuspensionResource;
import org.safehand.web.view.DispatchJson;

/**
 * What is on its way to agencies: looked at, fetched, held back one by one or by agency, sent anew.
 */
final class TransitUseCases {
  private final Tools tools;

  TransitUseCases(Tools tools) {
    this.tools = requireNonNull(tools, "tools is null");
  }

  Set<Object> resources(Asking asking) {
    DispatchJson json = new DispatchJson(new HoldGate(tools.store().holds()));
    return Set.of(
        new SuspensionResource(
            asking,
            new SuspendDispatch(
                tools.attempts(),
                tools.access(),
                tools.store().dispatches(),
                tools.store().outbox(),
                new DispatchEvents(tools.journal())),
            json),
        new ResumptionResource(
            asking,
            new ResumeDispatch(
                tools.attempts(),
                tools.access(),
                tools.store().dispatches(),
                tools.store().outbox(),
                tools.stepUp(),
                new DispatchEvents(tools.journal())),
            json),
        dispatches(asking, json),
        new ReceiptProofResource(
            asking,
            new ProveReceipt(
                tools.attempts(),
                tools.access(),
                tools.store().custodyReader(),
                new DispatchEvents(tools.journal()))),
        new DispatchCountResource(
            asking,
            new CountDispatches(tools.attempts(), tools.access(), tools.store().dispatches())),
        new DispatchListResource(
            asking,
            new ReadDispatches(
                tools.attempts(), tools.access(), tools.store().dispatches(), tools.looks()),
            json),
        new HoldResource(
            asking,
            new HoldAgency(
                tools.attempts(),
                tools.access(),
                tools.store().registries(),
                tools.store().holds(),
                tools.journal(),
                tools.clock()),
            new LiftHold(
                tools.attempts(),
                tools.access(),
                tools.store().holds(),
                tools.stepUp(),
                tools.journal(),
                tools.clock())),
        new HoldListResource(
            asking,
            new ReadHolds(
                tools.attempts(), tools.access(), tools.store().holds(), tools.journal())));
  }

  private DispatchResource dispatches(Asking asking, DispatchJson json) {
    return new DispatchResource(
        asking,
        new ReadDispatches(
            tools.attempts(), tools.access(), tools.store().dispatches(), tools.looks()),
        new FetchPackage(
            tools.attempts(),
            tools.access(),
            tools.store().dispatches(),
            tools.gate(),
            new HoldGate(tools.store().holds()),
            new DispatchEvents(tools.journal())),
        reissue(),
        tools.store().segmentSource(),
        json);
  }

  private ReissueDispatch reissue() {
    return new ReissueDispatch(
        tools.attempts(),
        tools.access(),
        tools.once(),
        tools.store().dispatches(),
        tools.store().registries(),
        tools.store().outbox(),
        tools.gate(),
        tools.stepUp(),
        new DispatchEvents(tools.journal()),
        tools.ids(),
        tools.clock());
  }
}

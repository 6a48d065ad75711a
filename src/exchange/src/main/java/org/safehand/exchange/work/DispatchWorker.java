package org.safehand.exchange.work;

import static java.util.Objects.requireNonNull;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Optional;
import org.safehand.custody.digest.Digest;
import org.safehand.exchange.send.AgencyChannel;
import org.safehand.exchange.send.Answer;
import org.safehand.exchange.send.SendCode;
import org.safehand.exchange.send.Shipment;
import org.safehand.packaging.pack.PackageRecipe;
import org.safehand.referral.access.Actor;
import org.safehand.referral.delivery.SendingDispatch;
import org.safehand.referral.dispatch.ClaimDispatch;
import org.safehand.referral.dispatch.RecipientCheck;
import org.safehand.referral.endpoint.Channel;
import org.safehand.referral.endpoint.Endpoint;
import org.safehand.referral.hold.HoldGate;
import org.safehand.referral.port.Dispatches;
import org.safehand.referral.port.EndpointRegistry;
import org.safehand.referral.refusal.Refusal;
import org.safehand.referral.refusal.RefusalCode;

/**
 * Claims what is due, sends it, settles it. The agency is asked for its receipt first whenever an
 * earlier attempt may have arrived, and the package is sent again only if it has none. Right before
 * it is sent, the agency must not be held back, and the recipient's certificate must stand as it
 * did when it was encrypted to.
 */
public final class DispatchWorker implements Worker {
  private static final Logger LOG = System.getLogger(DispatchWorker.class.getName());

  private final Actor node;
  private final ClaimDispatch claims;
  private final Dispatches dispatches;
  private final EndpointRegistry registry;
  private final HoldGate holds;
  private final RecipientCheck recipients;
  private final AgencyChannel channel;
  private final LeaseKeeper leases;
  private final Settlement settlement;

  public DispatchWorker(
      Actor node,
      ClaimDispatch claims,
      Dispatches dispatches,
      EndpointRegistry registry,
      HoldGate holds,
      RecipientCheck recipients,
      AgencyChannel channel,
      LeaseKeeper leases,
      Settlement settlement) {
    this.node = requireNonNull(node, "node is null");
    this.claims = requireNonNull(claims, "claims is null");
    this.dispatches = requireNonNull(dispatches, "dispatches is null");
    this.registry = requireNonNull(registry, "registry is null");
    this.holds = requireNonNull(holds, "holds is null");
    this.recipients = requireNonNull(recipients, "recipients is null");
    this.channel = requireNonNull(channel, "channel is null");
    this.leases = requireNonNull(leases, "leases is null");
    this.settlement = requireNonNull(settlement, "settlement is null");
  }

  @Override
  public boolean step() {
    Optional<SendingDispatch> claimed = claims.claim(node, Channel.SOAP);
    claimed.ifPresent(this::transmit);
    return claimed.isPresent();
  }

  private void transmit(SendingDispatch claim) {
    LOG.log(Level.INFO, "dispatch {0}: attempt {1}", claim.order().id(), claim.attempts().count());
    settlement.settle(claim, leases.during(claim, () -> answerTo(claim)));
  }

  private Answer answerTo(SendingDispatch claim) {
    Optional<Endpoint> endpoint =
        registry
            .agency(claim.order().agency())
            .flatMap(agency -> agency.endpoint(claim.order().endpoint()));
    if (endpoint.isEmpty()) {
      return new Answer.Refused(SendCode.ENDPOINT_NOT_ALLOWED.code());
    }
    Optional<PackageRecipe> recipe = dispatches.recipe(claim.order().id());
    if (recipe.isEmpty()) {
      return new Answer.Refused(SendCode.PACKAGE_UNREADABLE.code());
    }
    Shipment shipment = new Shipment(claim.order().id(), claim.order().sealDigest(), recipe.get());
    return claim.reconcile()
        ? reconciled(claim, endpoint.get(), shipment)
        : delivered(claim, endpoint.get(), shipment);
  }

  /**
   * Sent, unless its recipient's certificate lost its standing since the package was made, or the
   * agency was held back since the claim; that is asked last, since asking for a standing takes
   * time.
   */
  private Answer delivered(SendingDispatch claim, Endpoint endpoint, Shipment shipment) {
    Optional<Digest> certificate = shipment.recipe().recipient();
    if (certificate.isEmpty()) {
      return new Answer.Refused(SendCode.PACKAGE_UNREADABLE.code());
    }
    Optional<Refusal> doubt = recipients.doubt(endpoint, certificate.get());
    if (doubt.isEmpty()) {
      return holds.held().contains(claim.order().agency())
          ? new Answer.Failed(RefusalCode.AGENCY_HELD_BACK.wire())
          : channel.deliver(endpoint, shipment);
    }
    String code = doubt.get().code().wire();
    return RecipientCheck.isPassing(doubt.get())
        ? new Answer.Failed(code)
        : new Answer.Refused(code);
  }

  private Answer reconciled(SendingDispatch claim, Endpoint endpoint, Shipment shipment) {
    Answer earlier = channel.receiptFor(endpoint, shipment.id());
    if (earlier instanceof Answer.NotFound) {
      return delivered(claim, endpoint, shipment);
    }
    // that the question failed says nothing about the earlier attempt
    return earlier instanceof Answer.Failed failed ? new Answer.Unknown(failed.code()) : earlier;
  }
}

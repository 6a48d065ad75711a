package org.safehand.agency.server;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.InputStream;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import org.apache.cxf.message.Attachment;
import org.apache.cxf.message.Message;
import org.apache.cxf.phase.PhaseInterceptorChain;
import org.safehand.agency.inbox.Announcement;
import org.safehand.agency.inbox.DeliveryCode;
import org.safehand.agency.inbox.DeliveryRefusal;
import org.safehand.agency.inbox.Inbox;
import org.safehand.agency.receipt.SignedReceipt;
import org.safehand.custody.digest.Digest;
import org.safehand.soap.delivery.Deliver;
import org.safehand.soap.delivery.DeliveryFault;
import org.safehand.soap.delivery.DeliveryRefused;
import org.safehand.soap.delivery.Manifest;
import org.safehand.soap.delivery.Receipt;
import org.safehand.soap.delivery.ReceiptFor;
import org.safehand.soap.delivery.ReferralDelivery;
import org.safehand.soap.security.HiddenParts;

/**
 * The two operations. A message comes here only after its signature and its schema were checked;
 * the package is still on the network and is read here.
 *
 * <p>Without {@code @WebService} on purpose: a container that scans for it finds nothing to
 * publish.
 */
final class DeliveryEndpoint implements ReferralDelivery {
  private static final Logger LOG = System.getLogger(DeliveryEndpoint.class.getName());

  private final Inbox inbox;

  DeliveryEndpoint(Inbox inbox) {
    this.inbox = requireNonNull(inbox, "inbox is null");
  }

  @Override
  public Receipt deliver(Deliver request) throws DeliveryRefused {
    Message message = PhaseInterceptorChain.getCurrentMessage();
    Manifest manifest = request.getManifest();
    try {
      Sender.requireOneOrganisation(message);
      Announcement announced = announcement(manifest);
      SignedReceipt receipt = inbox.receive(announced, () -> open(message, request.getContentId()));
      LOG.log(Level.INFO, "received dispatch {0}", announced.dispatchId());
      return answer(announced.dispatchId(), receipt);
    } catch (DeliveryRefusal e) {
      throw refused(manifest.getDispatchId(), e);
    }
  }

  @Override
  public Receipt receiptFor(ReceiptFor request) throws DeliveryRefused {
    try {
      Sender.requireOneOrganisation(PhaseInterceptorChain.getCurrentMessage());
      return answer(request.getDispatchId(), inbox.receiptFor(request.getDispatchId()));
    } catch (DeliveryRefusal e) {
      throw refused(request.getDispatchId(), e);
    }
  }

  private static Announcement announcement(Manifest manifest) {
    return new Announcement(
        manifest.getDispatchId(),
        Digest.ofBytes(manifest.getSealDigest()),
        Digest.ofBytes(manifest.getPackageDigest()),
        manifest.getSize(),
        Digest.ofBytes(manifest.getSha256()));
  }

  private static InputStream open(Message message, String contentId)
      throws DeliveryRefusal, IOException {
    Attachment part =
        HiddenParts.firstOf(message)
            .filter(first -> contentId.equals(first.getId()))
            .orElseThrow(
                () ->
                    new DeliveryRefusal(
                        DeliveryCode.DELIVERY_PART_MISSING, "no part " + contentId));
    return part.getDataHandler().getInputStream();
  }

  private static Receipt answer(String dispatchId, SignedReceipt receipt) {
    Receipt answer = new Receipt();
    answer.setDispatchId(dispatchId);
    answer.setCms(receipt.bytes());
    return answer;
  }

  private static DeliveryRefused refused(String dispatchId, DeliveryRefusal refusal) {
    if (refusal.code() != DeliveryCode.RECEIPT_NOT_FOUND) {
      LOG.log(Level.WARNING, "refused dispatch " + dispatchId, refusal);
    }
    DeliveryFault fault = new DeliveryFault();
    fault.setCode(refusal.code().code());
    fault.setRetry(refusal.code().retry());
    return new DeliveryRefused(refusal.code().code(), fault);
  }
}

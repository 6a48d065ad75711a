package org.safehand.exchange.send;

import static java.util.Objects.requireNonNull;

import jakarta.xml.ws.WebServiceException;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.net.URI;
import java.security.GeneralSecurityException;
import java.time.Duration;
import org.apache.cxf.Bus;
import org.apache.cxf.BusFactory;
import org.safehand.custody.digest.Digest;
import org.safehand.exchange.egress.EgressException;
import org.safehand.exchange.egress.EgressRule;
import org.safehand.packaging.pack.SegmentSource;
import org.safehand.referral.act.SealedBytes;
import org.safehand.referral.endpoint.Endpoint;
import org.safehand.referral.id.DispatchId;
import org.safehand.soap.delivery.Deliver;
import org.safehand.soap.delivery.DeliveryFault;
import org.safehand.soap.delivery.DeliveryRefused;
import org.safehand.soap.delivery.Manifest;
import org.safehand.soap.delivery.Receipt;
import org.safehand.soap.delivery.ReceiptFor;

/**
 * SOAP with attachments by CXF. The stored package is read twice: once for its SHA-256, which
 * stands in the signed manifest and shows that the store still holds what was sealed, once to be
 * sent. Memory does not grow with the package.
 */
public final class CxfAgencyChannel implements AgencyChannel, AutoCloseable {
  private static final Logger LOG = System.getLogger(CxfAgencyChannel.class.getName());
  private static final String CONTENT_ID = "package@safehand";
  private static final String NOT_FOUND = "receipt-not-found";
  private static final Duration CONNECT = Duration.ofSeconds(10);

  private final EgressRule rule;
  private final GatewayKeys keys;
  private final SegmentSource segments;
  private final Duration answer;
  private final Bus bus = BusFactory.newInstance().createBus();

  /**
   * @param answer how long the agency may take from the last byte of the package to its receipt
   */
  public CxfAgencyChannel(
      EgressRule rule, GatewayKeys keys, SegmentSource segments, Duration answer) {
    this.rule = requireNonNull(rule, "rule is null");
    this.keys = requireNonNull(keys, "keys is null");
    this.segments = requireNonNull(segments, "segments is null");
    this.answer = requireNonNull(answer, "answer is null");
  }

  @Override
  public Answer deliver(Endpoint endpoint, Shipment shipment) {
    if (shipment.recipe().length() > endpoint.maxBytes()) {
      return new Answer.Refused(SendCode.ENDPOINT_LIMIT.code());
    }
    Deliver request = new Deliver();
    request.setContentId(CONTENT_ID);
    try {
      request.setManifest(manifest(shipment));
    } catch (IOException e) {
      LOG.log(Level.ERROR, "dispatch " + shipment.id() + " cannot be read from the vault", e);
      return new Answer.Refused(SendCode.PACKAGE_UNREADABLE.code());
    }
    return call(
        endpoint,
        shipment.id(),
        port -> {
          port.beforeSending(new PackagePart(CONTENT_ID, shipment.recipe(), segments));
          return port.port().deliver(request);
        });
  }

  @Override
  public Answer receiptFor(Endpoint endpoint, DispatchId id) {
    ReceiptFor request = new ReceiptFor();
    request.setDispatchId(id.toString());
    return call(endpoint, id, port -> port.port().receiptFor(request));
  }

  private Manifest manifest(Shipment shipment) throws IOException {
    Digest whole = shipment.recipe().fileDigest(segments);
    Manifest manifest = new Manifest();
    manifest.setDispatchId(shipment.id().toString());
    manifest.setSealDigest(shipment.sealDigest().bytes());
    manifest.setPackageDigest(shipment.recipe().packageDigest().bytes());
    manifest.setSize(shipment.recipe().length());
    manifest.setSha256(whole.bytes());
    return manifest;
  }

  private Answer call(Endpoint endpoint, DispatchId id, Call call) {
    try {
      rule.check(URI.create(endpoint.address()));
    } catch (EgressException e) {
      LOG.log(Level.ERROR, "dispatch " + id + " has no way out", e);
      return new Answer.Refused(SendCode.ENDPOINT_NOT_ALLOWED.code());
    }
    try (AgencyPort port = AgencyPort.to(endpoint, keys, bus, CONNECT, answer)) {
      return receipted(id, call.on(port));
    } catch (DeliveryRefused e) {
      return refused(e.getFaultInfo());
    } catch (WebServiceException | IOException | GeneralSecurityException e) {
      Answer read = FailedCall.read(e);
      LOG.log(Level.WARNING, "dispatch " + id + " ended in " + read, e);
      return read;
    }
  }

  private static Answer receipted(DispatchId id, Receipt receipt) {
    if (!id.toString().equals(receipt.getDispatchId()) || receipt.getCms() == null) {
      return new Answer.Refused(SendCode.ANSWER_UNTRUSTED.code());
    }
    return new Answer.Receipted(SealedBytes.of(receipt.getCms()));
  }

  private static Answer refused(DeliveryFault fault) {
    if (fault.getCode().equals(NOT_FOUND)) {
      return new Answer.NotFound();
    }
    return fault.isRetry()
        ? new Answer.Failed(fault.getCode())
        : new Answer.Refused(fault.getCode());
  }

  @Override
  public void close() {
    bus.shutdown(true);
  }

  private interface Call {
    Receipt on(AgencyPort port) throws DeliveryRefused;
  }
}

package org.safehand.exchange.send;

import org.safehand.referral.endpoint.Endpoint;
import org.safehand.referral.id.DispatchId;

/** A way to agencies. Never called within a unit of work; a call ends, whatever the agency does. */
public interface AgencyChannel {
  /** Delivers {@code shipment}. */
  Answer deliver(Endpoint endpoint, Shipment shipment);

  /** Asks for the receipt of an earlier delivery under {@code id}. */
  Answer receiptFor(Endpoint endpoint, DispatchId id);
}

package org.safehand.referral.location;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.List;
import org.safehand.referral.code.Commerciality;
import org.safehand.referral.code.OnlineState;
import org.safehand.referral.code.SiteType;

/**
 * Where something was found.
 *
 * @param address as observed
 * @param observedAt when
 * @param network where that is
 * @param traces how that was found out; at least three ways
 * @param onlineState whether it was still there
 * @param siteType what kind of site
 * @param commerciality whether money is made with it
 * @param paymentMethods how it is paid
 */
public record LocationItem(
    WebAddress address,
    Instant observedAt,
    Network network,
    List<Trace> traces,
    OnlineState onlineState,
    SiteType siteType,
    Commerciality commerciality,
    List<PaymentMethod> paymentMethods) {
  /** Copies the lists. */
  public LocationItem {
    requireNonNull(address, "address is null");
    requireNonNull(observedAt, "observedAt is null");
    requireNonNull(network, "network is null");
    traces = List.copyOf(traces);
    requireNonNull(onlineState, "onlineState is null");
    requireNonNull(siteType, "siteType is null");
    requireNonNull(commerciality, "commerciality is null");
    paymentMethods = List.copyOf(paymentMethods);
  }
}

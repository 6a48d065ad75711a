package org.safehand.exchange.egress;

import static java.util.Objects.requireNonNull;

import java.net.URI;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Where the gateway may connect to: exactly the addresses that are listed, byte for byte, and never
 * through a proxy. An address that came with a message, a certificate or a redirect is none of
 * them.
 */
public final class EgressRule {
  private static final List<String> PROXY_SETTINGS =
      List.of("http.proxyHost", "https.proxyHost", "socksProxyHost", "java.net.useSystemProxies");

  private final Supplier<Set<URI>> addresses;

  /**
   * @param addresses asked at each connection, so that an endpoint that was taken from the registry
   *     is not reached any more
   */
  public EgressRule(Supplier<Set<URI>> addresses) {
    this.addresses = requireNonNull(addresses, "addresses is null");
  }

  /** Only {@code addresses}. */
  public static EgressRule of(URI... addresses) {
    Set<URI> fixed = Set.of(addresses);
    return new EgressRule(() -> fixed);
  }

  /** Returns if a connection to {@code address} is allowed. */
  public void check(URI address) throws EgressException {
    requireNonNull(address, "address is null");
    if (!addresses.get().contains(address)) {
      throw new EgressException(EgressCode.EGRESS_NOT_ALLOWED, address.toString());
    }
    for (String setting : PROXY_SETTINGS) {
      if (isSet(setting)) {
        throw new EgressException(EgressCode.EGRESS_PROXY_SET, setting + " is set");
      }
    }
  }

  private static boolean isSet(String setting) {
    String value = System.getProperty(setting, "");
    return !value.isEmpty() && !value.equals("false");
  }
}

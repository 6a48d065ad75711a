package org.safehand.cli.http;

import java.net.URI;
import org.safehand.cli.outcome.CliCode;
import org.safehand.cli.outcome.CliException;

/** Addresses that may be given tokens: https, a host, nothing that hides where it leads. */
public final class ServerAddress {
  private ServerAddress() {}

  /** {@code address} without a trailing slash. */
  public static URI require(URI address) throws CliException {
    if (!"https".equals(address.getScheme())
        || address.getHost() == null
        || address.getRawUserInfo() != null
        || address.getRawQuery() != null
        || address.getRawFragment() != null) {
      throw new CliException(
          CliCode.USAGE, address.toString(), "an https address of a host and a path is needed");
    }
    String text = address.toString();
    return text.endsWith("/") ? URI.create(text.substring(0, text.length() - 1)) : address;
  }
}

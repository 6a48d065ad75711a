package org.safehand.cli.api;

import java.util.Map;
import org.safehand.cli.outcome.CliException;

/** The headers by which a request that changes something says what was read, and which it is. */
public final class RequestHeaders {
  private RequestHeaders() {}

  /** The change is of the object at {@code path} as it is now. */
  public static Map<String, String> ifMatch(Gateway gateway, String path) throws CliException {
    return Map.of("If-Match", gateway.etag(path));
  }

  /** The request is the one of {@code key}, or a new one. */
  public static Map<String, String> idempotency(KeyOption key) {
    return Map.of("Idempotency-Key", key.orFresh());
  }
}

package org.safehand.referral.stream;

import java.io.IOException;

/** The sender's bytes could not be read to their end; a fault of the sender's side, not ours. */
final class StreamFaultException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  StreamFaultException(IOException cause) {
    super("the stream broke off", cause);
  }
}

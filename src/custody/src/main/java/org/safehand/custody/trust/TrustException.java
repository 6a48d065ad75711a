package org.safehand.custody.trust;

import static java.util.Objects.requireNonNull;

/** A trust folder that cannot be used, with the file that is at fault. */
public final class TrustException extends Exception {
  private static final long serialVersionUID = 1L;

  private final TrustFault fault;
  private final String place;

  TrustException(TrustFault fault, String place, String reason) {
    super(fault.code() + ": " + requireNonNull(place, "place is null") + ": " + reason);
    this.fault = fault;
    this.place = place;
  }

  public TrustFault fault() {
    return fault;
  }

  /** The file within the folder. */
  public String place() {
    return place;
  }
}

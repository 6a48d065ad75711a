package org.safehand.agency.inbox;

import static java.util.Objects.requireNonNull;

/** A delivery that is not taken. Nothing of it is kept. */
public final class DeliveryRefusal extends Exception {
  private final DeliveryCode code;

  public DeliveryRefusal(DeliveryCode code, String detail) {
    super(code.code() + ": " + detail);
    this.code = requireNonNull(code, "code is null");
  }

  public DeliveryRefusal(DeliveryCode code, String detail, Throwable cause) {
    super(code.code() + ": " + detail, cause);
    this.code = requireNonNull(code, "code is null");
  }

  public DeliveryCode code() {
    return code;
  }
}

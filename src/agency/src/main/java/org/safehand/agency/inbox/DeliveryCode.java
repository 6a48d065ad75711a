package org.safehand.agency.inbox;

/** Why a delivery was refused: the stable codes of the SOAP faults. */
public enum DeliveryCode {
  /** This dispatch id was delivered before, with another package. */
  DISPATCH_DIGEST_CONFLICT("dispatch-digest-conflict", false),
  /** Another transmission of the same dispatch is under way. */
  DISPATCH_IN_PROGRESS("dispatch-in-progress", true),
  /** The manifest declares more bytes than this agency takes. */
  DELIVERY_TOO_LARGE("delivery-too-large", false),
  /** The message has no part with the declared content id. */
  DELIVERY_PART_MISSING("delivery-part-missing", false),
  /** The part ended before the declared size. */
  DELIVERY_TRUNCATED("delivery-truncated", true),
  /** The part goes on after the declared size. */
  DELIVERY_LONGER("delivery-longer", false),
  /** The part has another SHA-256 than the signed manifest declares. */
  DELIVERY_DIGEST_MISMATCH("delivery-digest-mismatch", true),
  /** The part came more slowly than this server waits for. */
  DELIVERY_TOO_SLOW("delivery-too-slow", true),
  /** The package is malformed, not sealed by a trusted hotline, or its proofs do not hold. */
  DELIVERY_NOT_ACCEPTED("delivery-not-accepted", false),
  /** The package is encrypted to or released for somebody else. */
  DELIVERY_NOT_FOR_US("delivery-not-for-us", false),
  /** The package has another package or seal digest than the signed manifest declares. */
  DELIVERY_MANIFEST_MISMATCH("delivery-manifest-mismatch", false),
  /** The signer of the message and the owner of the connection are of different organisations. */
  DELIVERY_SENDER_MISMATCH("delivery-sender-mismatch", false),
  /** Nothing was received under this dispatch id. */
  RECEIPT_NOT_FOUND("receipt-not-found", false),
  /** The folder of what was received cannot be written or read. */
  INBOX_UNAVAILABLE("inbox-unavailable", true);

  private final String code;
  private final boolean retry;

  DeliveryCode(String code, boolean retry) {
    this.code = code;
    this.retry = retry;
  }

  /** The code as it stands in a fault. */
  public String code() {
    return code;
  }

  /** Whether sending the same message again can end otherwise. */
  public boolean retry() {
    return retry;
  }
}

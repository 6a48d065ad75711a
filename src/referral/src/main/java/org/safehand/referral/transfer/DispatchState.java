package org.safehand.referral.transfer;

/** The states of a dispatch, as they are stored and shown. */
public enum DispatchState {
  /** Released; the transmission is not authorised yet. */
  QUEUED,
  /** The transmission is authorised; that event must be witnessed before the package is made. */
  AUTHORISED,
  /** Packaged; may be sent when it is due. */
  READY,
  /** A node holds the lease and is sending. */
  SENDING,
  /** Sent with unknown outcome; the receipt is asked for before anything is sent again. */
  UNKNOWN,
  /** The agency's receipt is here and holds. */
  DELIVERED,
  /** Waits for a person. */
  SUSPENDED,
  /** Packaged; waits for a named officer of the agency. */
  AVAILABLE,
  /** Another dispatch stands in its place; its package is not handed out. */
  SUPERSEDED,
  /** Taken back before anything of it was sent; final. */
  WITHDRAWN;

  /** Whether a dispatch waits for nothing any more in this state: neither a node nor a person. */
  public boolean isOver() {
    return switch (this) {
      case QUEUED, AUTHORISED, READY, SENDING, UNKNOWN, SUSPENDED, AVAILABLE -> false;
      case DELIVERED, SUPERSEDED, WITHDRAWN -> true;
    };
  }
}

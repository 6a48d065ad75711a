package org.safehand.referral.transfer;

import static java.util.Objects.requireNonNull;

/** How far a dispatch had come when it was suspended, so that it can go on from there. */
public sealed interface Progress {
  /** Released; its transmission was not authorised. */
  record Queued() implements Progress {}

  /** Authorised; not packaged. */
  record Authorised(Authorisation authorisation) implements Progress {
    /** Refuses null. */
    public Authorised {
      requireNonNull(authorisation, "authorisation is null");
    }
  }

  /** Packaged; certainly nothing of it has arrived. */
  record Packaged(Parcel parcel) implements Progress {
    /** Refuses null. */
    public Packaged {
      requireNonNull(parcel, "parcel is null");
    }
  }

  /**
   * Packaged and tried; it may have arrived, so the receipt is asked for before it is sent again.
   */
  record Tried(Parcel parcel) implements Progress {
    /** Refuses null. */
    public Tried {
      requireNonNull(parcel, "parcel is null");
    }
  }

  /** Packaged and handed out to the agency's officers, who may have fetched it. */
  record Offered(Parcel parcel) implements Progress {
    /** Refuses null. */
    public Offered {
      requireNonNull(parcel, "parcel is null");
    }
  }

  /** Suspended before this was kept: it can be reissued, but not go on. */
  record Unknown() implements Progress {}

  /** Whether certainly nothing of it has left. */
  default boolean isUnsent() {
    return this instanceof Queued || this instanceof Authorised || this instanceof Packaged;
  }
}

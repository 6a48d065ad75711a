package org.safehand.exchange.send;

import static java.util.Objects.requireNonNull;

import org.safehand.referral.act.SealedBytes;

/** How one call to an agency ended. */
public sealed interface Answer {
  /** The agency's receipt, not checked yet. */
  record Receipted(SealedBytes cms) implements Answer {
    public Receipted {
      requireNonNull(cms, "cms is null");
    }
  }

  /** The agency has nothing under this dispatch id; only as an answer to the question for it. */
  record NotFound() implements Answer {}

  /** Certainly not delivered; a later attempt can end otherwise. */
  record Failed(String code) implements Answer {
    public Failed {
      requireNonNull(code, "code is null");
    }
  }

  /** Certainly not taken, and no later attempt will be: a person has to look. */
  record Refused(String code) implements Answer {
    public Refused {
      requireNonNull(code, "code is null");
    }
  }

  /** Perhaps delivered: the receipt must be asked for before anything is sent again. */
  record Unknown(String code) implements Answer {
    public Unknown {
      requireNonNull(code, "code is null");
    }
  }
}

package org.safehand.referral.location;

import org.safehand.referral.code.Code;

/** How access is paid. */
public enum PaymentMethod implements Code {
  /** A payment card. */
  CARD,
  /** A transfer between banks. */
  BANK_TRANSFER,
  /** An electronic purse. */
  E_WALLET,
  /** A virtual currency. */
  VIRTUAL_CURRENCY,
  /** A prepaid voucher. */
  VOUCHER,
  /** A telephone bill. */
  TELEPHONE,
  /** Another way. */
  OTHER,
  /** Not known. */
  NOT_DETERMINED
}

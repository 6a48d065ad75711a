/**
 * What belongs to a transmission beside its state: the authorisation, the package's measures, the
 * lease under which a node sends, the count of attempts, the receipt.
 */
@NullMarked
package org.safehand.referral.transfer;

import org.jspecify.annotations.NullMarked;

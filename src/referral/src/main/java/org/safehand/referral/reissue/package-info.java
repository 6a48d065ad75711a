/**
 * A dispatch made anew for another certificate of the same agency, because it lost or changed its
 * key. The seal, the case file and the stored ciphertext stay as they are, byte for byte; only the
 * envelopes are made again.
 */
@NullMarked
package org.safehand.referral.reissue;

import org.jspecify.annotations.NullMarked;

/**
 * A database that was restored from a backup goes on with the log it had (src/adr/0002). That it
 * was restored, and what it lost, is recorded before anything else is.
 */
@NullMarked
package org.safehand.referral.recovery;

import org.jspecify.annotations.NullMarked;

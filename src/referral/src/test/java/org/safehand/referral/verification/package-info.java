/** Who may have the stored log audited, and what each of them is told. */
@NullMarked
package org.safehand.referral.verification;

import org.jspecify.annotations.NullMarked;

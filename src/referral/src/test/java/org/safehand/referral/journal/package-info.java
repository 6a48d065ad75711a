/** Under which role somebody stands in the custody log. */
@NullMarked
package org.safehand.referral.journal;

import org.jspecify.annotations.NullMarked;

/** The main path, walked once: begin reading here. */
@NullMarked
package org.safehand.referral;

import org.jspecify.annotations.NullMarked;

/** Who sees how much at all. */
@NullMarked
package org.safehand.referral.view;

import org.jspecify.annotations.NullMarked;

/** How recipients' certificates stand, in memory, and what every way of knowing it must do. */
@NullMarked
package org.safehand.referral.endpoint;

import org.jspecify.annotations.NullMarked;

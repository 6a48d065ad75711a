/**
 * How acts become custody events. Names stand in the detail of an event only; its header says who
 * by number.
 */
@NullMarked
package org.safehand.referral.journal;

import org.jspecify.annotations.NullMarked;

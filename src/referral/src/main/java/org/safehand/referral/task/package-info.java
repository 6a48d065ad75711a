/**
 * Work that a committed change leaves to be done outside of it: sealing, authorising, packaging. A
 * task is done at least once; the use case that does it is harmless when repeated.
 */
@NullMarked
package org.safehand.referral.task;

import org.jspecify.annotations.NullMarked;

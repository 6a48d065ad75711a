/** Tests of access. */
@NullMarked
package org.safehand.referral.access;

import org.jspecify.annotations.NullMarked;

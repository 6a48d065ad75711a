/** Tests of id. */
@NullMarked
package org.safehand.referral.id;

import org.jspecify.annotations.NullMarked;

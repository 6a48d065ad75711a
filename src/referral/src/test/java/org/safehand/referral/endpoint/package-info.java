/** Tests of endpoint. */
@NullMarked
package org.safehand.referral.endpoint;

import org.jspecify.annotations.NullMarked;

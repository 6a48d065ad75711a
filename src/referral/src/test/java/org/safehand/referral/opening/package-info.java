/** What opening an exhibit in clear asks for, tells and refuses. */
@NullMarked
package org.safehand.referral.opening;

import org.jspecify.annotations.NullMarked;

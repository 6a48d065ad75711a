/**
 * An exhibit is opened in clear by a named person, who says what for: first the event, then the
 * bytes, once, as a download that nothing here looks at.
 */
@NullMarked
package org.safehand.referral.opening;

import org.jspecify.annotations.NullMarked;

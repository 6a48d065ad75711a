/**
 * What of the gateway's configuration two people change together: each setting with the range that
 * the design allows, so that they can tighten what it fixes and never loosen it.
 */
@NullMarked
package org.safehand.referral.settings;

import org.jspecify.annotations.NullMarked;

/**
 * What every adapter of a port must do, as tests that the adapter's own test class implements. The
 * fakes beside them are the first to pass.
 */
@NullMarked
package org.safehand.referral.port.contract;

import org.jspecify.annotations.NullMarked;

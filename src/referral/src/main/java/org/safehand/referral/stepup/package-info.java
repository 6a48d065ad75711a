/**
 * A second proof of identity for one act. The identity provider asks a person again, and what comes
 * of it is good for one operation on one object in one version, in all that it does, once: a stolen
 * session alone can do none of what asks for it.
 */
@NullMarked
package org.safehand.referral.stepup;

import org.jspecify.annotations.NullMarked;

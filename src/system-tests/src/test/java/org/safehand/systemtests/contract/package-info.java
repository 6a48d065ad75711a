/** The contract, asked of the running gateway: every operation is there, and behind the sign-in. */
@NullMarked
package org.safehand.systemtests.contract;

import org.jspecify.annotations.NullMarked;

/** All ports in memory, belonging together, and the run of the contract tests against them. */
@NullMarked
package org.safehand.referral.port;

import org.jspecify.annotations.NullMarked;

/**
 * Endpoints and their certificates; how certificates stand, in memory, and the contract of that.
 */
@NullMarked
package org.safehand.referral.endpoint;

import org.jspecify.annotations.NullMarked;

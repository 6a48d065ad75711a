/**
 * What people and the gateway did to a referral: submitted, sealed, released, closed. Each act says
 * who, when and why, and is kept with the state that it led to.
 */
@NullMarked
package org.safehand.referral.act;

import org.jspecify.annotations.NullMarked;

/**
 * The agency's signed word that a package arrived: read strictly, checked against the pinned key
 * and against what was sent. A receipt that does not hold changes nothing but the custody log.
 */
@NullMarked
package org.safehand.referral.receipt;

import org.jspecify.annotations.NullMarked;

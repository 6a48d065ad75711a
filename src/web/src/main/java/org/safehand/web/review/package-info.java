/**
 * The endpoints that end a review without a release: a referral is sent back, or taken back, with a
 * reason.
 */
@NullMarked
package org.safehand.web.review;

import org.jspecify.annotations.NullMarked;

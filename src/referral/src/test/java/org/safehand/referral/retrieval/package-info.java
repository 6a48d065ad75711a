/** Tests of retrieval. */
@NullMarked
package org.safehand.referral.retrieval;

import org.jspecify.annotations.NullMarked;

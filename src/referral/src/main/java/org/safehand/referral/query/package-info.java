/** What is read and shown: summaries, pages, the custody timeline. */
@NullMarked
package org.safehand.referral.query;

import org.jspecify.annotations.NullMarked;

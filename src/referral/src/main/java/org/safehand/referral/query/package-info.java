/**
 * What is read and shown: summaries, pages, the custody timeline. Opening one case's content is
 * itself a custody event; lists are not.
 */
@NullMarked
package org.safehand.referral.query;

import org.jspecify.annotations.NullMarked;

/**
 * What a referral says: header, handling, jurisdictions, location items, legal basis. Records that
 * hold what the schema let through, with one way from and to canonical JSON.
 */
@NullMarked
package org.safehand.referral.content;

import org.jspecify.annotations.NullMarked;

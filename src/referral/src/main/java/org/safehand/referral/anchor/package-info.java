/**
 * Anchoring: a witnessed checkpoint of the custody log is time-stamped by an outside authority, and
 * that it was is itself an event, so that what comes after is provably later. The audit file of
 * each node is anchored the same way, by its digest.
 */
@NullMarked
package org.safehand.referral.anchor;

import org.jspecify.annotations.NullMarked;

/**
 * Reading a case in an emergency: a supervisor breaks the glass over it with reason and second
 * factor, and auditors are told at once and review it.
 */
@NullMarked
package org.safehand.referral.emergency;

import org.jspecify.annotations.NullMarked;

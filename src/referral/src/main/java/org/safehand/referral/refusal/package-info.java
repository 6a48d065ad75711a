/**
 * Foreseen refusals as values: a stable code, a sentence, and pointers to the fields at fault. An
 * exception is a fault of the program or its surroundings, never a refusal.
 */
@NullMarked
package org.safehand.referral.refusal;

import org.jspecify.annotations.NullMarked;

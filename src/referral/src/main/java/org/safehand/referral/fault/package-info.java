/**
 * Faults of the program or its surroundings, as exceptions. What can be foreseen in a person's
 * request is a refusal instead.
 */
@NullMarked
package org.safehand.referral.fault;

import org.jspecify.annotations.NullMarked;

/**
 * What needs two people: one proposes, another decides, and what they agreed on is done in the same
 * moment. Every step is an event of the system chain.
 */
@NullMarked
package org.safehand.referral.approval;

import org.jspecify.annotations.NullMarked;

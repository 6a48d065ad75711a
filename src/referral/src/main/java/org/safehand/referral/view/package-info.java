/**
 * How much of the stored cases a unit of work may see at all, whatever it asks for: the wall behind
 * the access policy, which the database keeps.
 */
@NullMarked
package org.safehand.referral.view;

import org.jspecify.annotations.NullMarked;

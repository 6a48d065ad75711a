/**
 * What a second person does with a sealed referral: release it to named recipients, send it back,
 * or take it back. Nobody releases what they wrote, edited or submitted, or have to work on.
 */
@NullMarked
package org.safehand.referral.release;

import org.jspecify.annotations.NullMarked;

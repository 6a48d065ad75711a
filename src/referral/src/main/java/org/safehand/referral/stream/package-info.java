/**
 * The way of an exhibit's bytes: read once, hashed and encrypted segment by segment, stored as
 * ciphertext. Memory is bounded by the number of buffers, whatever comes in.
 */
@NullMarked
package org.safehand.referral.stream;

import org.jspecify.annotations.NullMarked;

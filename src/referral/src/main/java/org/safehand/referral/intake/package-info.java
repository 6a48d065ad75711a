/**
 * Taking in: a document becomes a draft, a stream of bytes becomes a stored exhibit. Nothing
 * partial is kept, and no plaintext reaches a disk.
 */
@NullMarked
package org.safehand.referral.intake;

import org.jspecify.annotations.NullMarked;

/**
 * One exhibit is cut into segments of 16 MiB of plaintext, each encrypted once under its own key as
 * it arrives. What is stored is the ciphertext, the same bytes for every agency that ever receives
 * it.
 */
@NullMarked
package org.safehand.packaging.segment;

import org.jspecify.annotations.NullMarked;

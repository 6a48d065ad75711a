/**
 * Proof that somebody holds a key that cannot sign (RFC 4211, section 4.3; RFC 9810, section
 * 5.2.8.3.3): a challenge is encrypted to it, and only who can open that knows the answer. The form
 * is in {@code SPEC.md}.
 */
@NullMarked
package org.safehand.packaging.possession;

import org.jspecify.annotations.NullMarked;

/**
 * One evidence item as it is stored: its digests, its provenance and its encrypted segments. The
 * plaintext exists only while it passes.
 */
@NullMarked
package org.safehand.referral.exhibit;

import org.jspecify.annotations.NullMarked;

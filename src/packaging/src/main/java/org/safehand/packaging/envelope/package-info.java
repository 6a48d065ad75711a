/**
 * AuthEnvelopedData (RFC 5083, RFC 5084) with AES-256-GCM for one recipient. Content stands inside
 * for small things, and beside the envelope for segments, so that the same ciphertext serves every
 * agency.
 */
@NullMarked
package org.safehand.packaging.envelope;

import org.jspecify.annotations.NullMarked;

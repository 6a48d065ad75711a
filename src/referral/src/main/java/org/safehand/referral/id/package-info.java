/**
 * Names of things: opaque UUIDv7 identifiers and the human reference with its check digit. An
 * identifier says nothing about a case but the moment it was made.
 */
@NullMarked
package org.safehand.referral.id;

import org.jspecify.annotations.NullMarked;

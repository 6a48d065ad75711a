/**
 * C2SP signed-note and tlog-checkpoint with Ed25519 keys: what the log signs and how it is read.
 * Reading is stricter than the specifications: one spelling only, and no signature line of an
 * unknown key.
 */
@NullMarked
package org.safehand.custody.note;

import org.jspecify.annotations.NullMarked;

/**
 * The release record: who let this version go to this recipient, and the proof that the log knew
 * before it left. Signed by the seal key, encrypted to the recipient.
 */
@NullMarked
package org.safehand.packaging.release;

import org.jspecify.annotations.NullMarked;

/**
 * Proofs that stand on their own: made from the tiles of the log, checked against a trusted
 * checkpoint. The file form is C2SP tlog-proof, alone or with one opened event around it.
 */
@NullMarked
package org.safehand.custody.proof;

import org.jspecify.annotations.NullMarked;

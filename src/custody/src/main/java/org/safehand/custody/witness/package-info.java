/**
 * C2SP tlog-witness, without the network: what a witness decides about a checkpoint that is
 * submitted to it, and what a log submits and believes of the answer. A witness cosigns only what
 * continues the last checkpoint that it cosigned, so that no two of its clients see two histories.
 */
@NullMarked
package org.safehand.custody.witness;

import org.jspecify.annotations.NullMarked;

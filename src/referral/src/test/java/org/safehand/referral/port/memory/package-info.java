/**
 * The ports in memory, with real cryptography and a real Merkle tree. They run the same contract
 * tests as the real adapters.
 */
@NullMarked
package org.safehand.referral.port.memory;

import org.jspecify.annotations.NullMarked;

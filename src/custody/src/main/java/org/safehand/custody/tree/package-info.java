/**
 * The RFC 6962 Merkle tree with SHA-256, cut into the tiles and entry bundles of C2SP tlog-tiles.
 * Proofs are checked strictly: no step left over and none missing.
 */
@NullMarked
package org.safehand.custody.tree;

import org.jspecify.annotations.NullMarked;

/**
 * What sealing freezes: the manifest with every exhibit's digests, the referral, the custody events
 * so far. The same for every agency, naming no recipient; the SHA-256 of its manifest is the seal
 * digest.
 */
@NullMarked
package org.safehand.packaging.casefile;

import org.jspecify.annotations.NullMarked;

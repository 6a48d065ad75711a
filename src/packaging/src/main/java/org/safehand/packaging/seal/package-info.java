/**
 * The hotline's seal: CAdES over a manifest, with an RFC 3161 time-stamp, certificates and
 * revocation lists inside. It has one encoding, which the verifier builds again to compare.
 */
@NullMarked
package org.safehand.packaging.seal;

import org.jspecify.annotations.NullMarked;

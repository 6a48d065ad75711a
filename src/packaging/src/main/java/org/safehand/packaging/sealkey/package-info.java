/**
 * Where the seal key is kept: in a PKCS#12 file, or in a PKCS#11 token that it never leaves. Before
 * either seals, it is shown to be the key of its certificate.
 */
@NullMarked
package org.safehand.packaging.sealkey;

import org.jspecify.annotations.NullMarked;

/**
 * The process of the development authorities: an RFC 3161 time-stamp authority, OCSP responders and
 * the published revocation lists, over plain HTTP on the loopback interface. It alone holds the
 * time-stamp key and the responders' keys.
 */
@NullMarked
package org.safehand.launcher.authority;

import org.jspecify.annotations.NullMarked;

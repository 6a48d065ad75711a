/**
 * The process of the development authorities: an RFC 3161 time-stamp authority and the published
 * revocation lists, over plain HTTP on the loopback interface. It alone holds the time-stamp key.
 */
@NullMarked
package org.safehand.launcher.authority;

import org.jspecify.annotations.NullMarked;

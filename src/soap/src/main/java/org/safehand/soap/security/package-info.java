/**
 * WS-Security as both sides of the SOAP channel apply it: X.509 signature over Body and Timestamp,
 * faults included, with a pinned signer. It never touches the bytes of a package, which travel
 * beside the signed Body as a part of their own.
 */
@NullMarked
package org.safehand.soap.security;

import org.jspecify.annotations.NullMarked;

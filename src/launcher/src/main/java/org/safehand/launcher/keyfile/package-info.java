/**
 * Keys and certificates in files: PEM text and PKCS #12. Every file with a private key has mode
 * 0600.
 */
@NullMarked
package org.safehand.launcher.keyfile;

import org.jspecify.annotations.NullMarked;

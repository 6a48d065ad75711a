/**
 * Offline commands on files: verify a package, open it, hash. They need no server and no session.
 */
@NullMarked
package org.safehand.cli.verify;

import org.jspecify.annotations.NullMarked;

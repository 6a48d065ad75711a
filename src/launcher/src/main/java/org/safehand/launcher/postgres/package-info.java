/**
 * PostgreSQL on one machine: the binaries, a cluster with checksums and scram, its roles, and the
 * migrations. The server runs as a child process on a kept data folder.
 */
@NullMarked
package org.safehand.launcher.postgres;

import org.jspecify.annotations.NullMarked;

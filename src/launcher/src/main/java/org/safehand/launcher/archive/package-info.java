/**
 * Unpacks the servers out of the archives that the build fetched. An unpacked server appears under
 * its final name only when it is complete.
 */
@NullMarked
package org.safehand.launcher.archive;

import org.jspecify.annotations.NullMarked;

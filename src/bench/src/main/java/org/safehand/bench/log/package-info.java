/** Logs made for measuring, in the exported form, and the trust by which they are verified. */
@NullMarked
package org.safehand.bench.log;

import org.jspecify.annotations.NullMarked;

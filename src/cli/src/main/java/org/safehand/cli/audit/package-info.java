/** Has a gateway compare its stored log with itself, and shows what came of it. */
@NullMarked
package org.safehand.cli.audit;

import org.jspecify.annotations.NullMarked;

/** Commands about a single exhibit: have it in clear, for a purpose that is recorded. */
@NullMarked
package org.safehand.cli.exhibit;

import org.jspecify.annotations.NullMarked;

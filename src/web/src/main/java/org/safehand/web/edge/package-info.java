/**
 * What every request passes before any resource sees it, one small filter for each concern; {@code
 * Edge} shows their order. They run after the container's sign-in, so what must stop a request
 * earlier stands in {@code undertow-handlers.conf} too.
 */
@NullMarked
package org.safehand.web.edge;

import org.jspecify.annotations.NullMarked;

/**
 * The network face to agencies and outside services, and the workers that seal and dispatch. {@link
 * org.safehand.exchange.Wiring} puts it together; it publishes nothing.
 */
@NullMarked
package org.safehand.exchange;

import org.jspecify.annotations.NullMarked;

/**
 * The only way out: to addresses of the endpoint registry and of the configuration, without
 * redirects, proxies or waiting for ever. What comes back is bounded before it is looked at.
 */
@NullMarked
package org.safehand.exchange.egress;

import org.jspecify.annotations.NullMarked;

/**
 * What the gateway is started with: its keys, the endpoint registry, and the environment of its
 * process. The names of the variables are the gateway's configuration.
 */
@NullMarked
package org.safehand.launcher.gateway;

import org.jspecify.annotations.NullMarked;

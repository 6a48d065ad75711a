/**
 * The application server: unpacked once, configured offline from config/wildfly, started as a
 * direct child. Configuration is applied again when its scripts change; data is kept.
 */
@NullMarked
package org.safehand.launcher.wildfly;

import org.jspecify.annotations.NullMarked;

/**
 * Runs a whole Safehand on one machine: database, identity provider, certificate and time-stamp
 * authorities, the gateway, the sequencer and a demo agency. Start reading at {@link
 * org.safehand.launcher.Platform}.
 */
@NullMarked
package org.safehand.launcher;

import org.jspecify.annotations.NullMarked;

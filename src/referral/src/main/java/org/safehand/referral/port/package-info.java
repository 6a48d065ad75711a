/**
 * What use cases of several features need from outside: storage, keys, time-stamps, the custody
 * log, the endpoint registry. What one feature alone keeps is a port in its own package, for
 * example {@link org.safehand.referral.hold.Holds}. Each has a contract test that the in-memory
 * fake and the real adapter both run (the reader's is the recorder's, that of the endpoint registry
 * is that of {@link org.safehand.referral.registry.Registries}), except {@link
 * org.safehand.referral.port.TimeStampAuthority}, whose real adapter is tested alone.
 */
@NullMarked
package org.safehand.referral.port;

import org.jspecify.annotations.NullMarked;

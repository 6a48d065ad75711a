/**
 * The identity provider: its server, the realm with generated secrets, and the people of the
 * demonstration with one-time passwords. The realm is imported at the first start and never
 * overwritten.
 */
@NullMarked
package org.safehand.launcher.keycloak;

import org.jspecify.annotations.NullMarked;

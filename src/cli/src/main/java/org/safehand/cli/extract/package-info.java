/**
 * Custody extracts: have one issued and fetch it, verify one offline. Verifying needs no server and
 * no session.
 */
@NullMarked
package org.safehand.cli.extract;

import org.jspecify.annotations.NullMarked;

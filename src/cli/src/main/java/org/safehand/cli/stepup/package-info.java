/**
 * Acts for which the gateway asks the second factor (RFC 9470): the person shows it in a browser,
 * and the act is repeated once.
 */
@NullMarked
package org.safehand.cli.stepup;

import org.jspecify.annotations.NullMarked;

/**
 * The gateway's API as the signed-in person. A refusal keeps the code, pointers and trace id that
 * the gateway gave it.
 */
@NullMarked
package org.safehand.cli.api;

import org.jspecify.annotations.NullMarked;

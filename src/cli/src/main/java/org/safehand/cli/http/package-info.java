/**
 * HTTPS with exactly the trust it was given. Each way in which a connection fails has its own code.
 */
@NullMarked
package org.safehand.cli.http;

import org.jspecify.annotations.NullMarked;

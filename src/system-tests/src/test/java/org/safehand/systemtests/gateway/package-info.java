/**
 * The gateway as people and machines use it: real servers, started once for all tests. Nothing here
 * reaches into the product; it speaks HTTP and runs commands.
 */
@NullMarked
package org.safehand.systemtests.gateway;

import org.jspecify.annotations.NullMarked;

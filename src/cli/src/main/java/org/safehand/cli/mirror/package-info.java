/**
 * Copies the public custody log into a folder. What was copied proves nothing before it was
 * verified.
 */
@NullMarked
package org.safehand.cli.mirror;

import org.jspecify.annotations.NullMarked;

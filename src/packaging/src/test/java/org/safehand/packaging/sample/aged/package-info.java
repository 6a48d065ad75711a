/**
 * Packages of long ago: authorities with times of their own, and what archiving does to a package
 * over the years.
 */
@NullMarked
package org.safehand.packaging.sample.aged;

import org.jspecify.annotations.NullMarked;

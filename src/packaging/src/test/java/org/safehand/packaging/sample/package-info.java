/**
 * A hotline, its authorities and its packages for tests: real keys, real time-stamps, a real log.
 * Published as a test-jar, so that whoever receives packages tests with real ones.
 */
@NullMarked
package org.safehand.packaging.sample;

import org.jspecify.annotations.NullMarked;

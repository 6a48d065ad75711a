/**
 * An agency's own key pair: made on its own machine, kept in a file of its owner's alone, handed to
 * an authority as a request, and compared by fingerprint.
 */
@NullMarked
package org.safehand.cli.key;

import org.jspecify.annotations.NullMarked;

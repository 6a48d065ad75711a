/**
 * The receiving side that an agency can install: a server that takes packages, checks them and
 * keeps them. Main reads its settings from the environment and runs it.
 */
@NullMarked
package org.safehand.agency;

import org.jspecify.annotations.NullMarked;

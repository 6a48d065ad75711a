/**
 * What administrators do about people, endpoints and settings: the lists of them, and proposals
 * that two people agree on.
 */
@NullMarked
package org.safehand.cli.staff;

import org.jspecify.annotations.NullMarked;

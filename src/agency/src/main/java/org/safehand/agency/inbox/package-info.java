/**
 * The folder of what was received, which is also the memory of what came before: one folder per
 * dispatch id, appearing whole or not at all. A repeated delivery gets the receipt of the first
 * one.
 */
@NullMarked
package org.safehand.agency.inbox;

import org.jspecify.annotations.NullMarked;

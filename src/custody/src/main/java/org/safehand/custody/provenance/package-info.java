/**
 * Who did what to which object, when, by what right and with what result: the parts of an event's
 * header. Terms follow CASE/UCO; names of persons never stand here.
 */
@NullMarked
package org.safehand.custody.provenance;

import org.jspecify.annotations.NullMarked;

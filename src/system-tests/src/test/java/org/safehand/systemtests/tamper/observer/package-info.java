/**
 * Who looks at the log: whoever verifies an export, the audit with the keys of the cases, a
 * witness, and the sequencer when it starts.
 */
@NullMarked
package org.safehand.systemtests.tamper.observer;

import org.jspecify.annotations.NullMarked;

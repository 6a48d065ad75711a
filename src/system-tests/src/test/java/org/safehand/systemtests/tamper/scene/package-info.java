/**
 * What is attacked: a light gateway of real parts (PostgreSQL, recorder, sequencer process,
 * witness) with a recorded log, copies of its tables, and the superuser's connection.
 */
@NullMarked
package org.safehand.systemtests.tamper.scene;

import org.jspecify.annotations.NullMarked;

/**
 * What a superuser of the database may do, with and without stolen keys. Nothing here asks the
 * product for help: an attacker brings own tools.
 */
@NullMarked
package org.safehand.systemtests.tamper.attack;

import org.jspecify.annotations.NullMarked;

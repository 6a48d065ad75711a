/** What an attacker makes himself with the keys that he has stolen. */
@NullMarked
package org.safehand.systemtests.tamper.forgery;

import org.jspecify.annotations.NullMarked;

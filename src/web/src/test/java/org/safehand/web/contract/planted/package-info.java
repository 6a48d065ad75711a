/** What breaks a rule about the doors of this face, so that the rules are seen to bite. */
@NullMarked
package org.safehand.web.contract.planted;

import org.jspecify.annotations.NullMarked;

/** Tests of what proves that a restore lost events. */
@NullMarked
package org.safehand.custody.restore;

import org.jspecify.annotations.NullMarked;
